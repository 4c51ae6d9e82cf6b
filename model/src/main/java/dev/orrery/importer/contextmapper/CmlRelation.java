package dev.orrery.importer.contextmapper;

import dev.orrery.topology.SourceLocation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line between two contexts of a map.
///
/// @param first the one that needs the other; of a mutual relation the one on the left
/// @param technology how it is implemented
record CmlRelation(
        Kind kind, Name first, Name second, @Nullable String technology) {
    static final String PARTNERSHIP = "Partnership";
    static final String SHARED_KERNEL = "Shared-Kernel";
    static final String UPSTREAM_DOWNSTREAM = "Upstream-Downstream";
    static final String DOWNSTREAM_UPSTREAM = "Downstream-Upstream";
    static final String CUSTOMER_SUPPLIER = "Customer-Supplier";
    static final String SUPPLIER_CUSTOMER = "Supplier-Customer";

    /// A context by its name, where it is mentioned.
    record Name(String text, SourceLocation source) {
        static Name of(Token token) {
            return new Name(token.text(), token.source());
        }
    }

    enum Kind {
        UPSTREAM_DOWNSTREAM("upstream-downstream"),
        CUSTOMER_SUPPLIER("customer-supplier"),
        SHARED_KERNEL("shared-kernel"),
        PARTNERSHIP("partnership");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String rule() {
            return "contextmapper." + word;
        }

        boolean isMutual() {
            return this == SHARED_KERNEL || this == PARTNERSHIP;
        }
    }

    /// What stands on one side: a context and its roles.
    record Side(Name name, Set<String> roles) {}

    /// The arrow points from upstream to downstream; downstream is the one that needs the other.
    ///
    /// @param between an arrow or a word
    static Optional<CmlRelation> of(Side left, Token between, Side right, @Nullable String technology) {
        boolean isSupplied = Stream.of(left, right)
                .anyMatch(side -> side.roles().contains("S") || side.roles().contains("C"));
        boolean arePartners = left.roles().contains("P") || right.roles().contains("P");
        Kind directed = isSupplied ? Kind.CUSTOMER_SUPPLIER : Kind.UPSTREAM_DOWNSTREAM;
        Name one = left.name();
        Name other = right.name();
        return Optional.ofNullable(
                switch (between.text()) {
                    case "->", UPSTREAM_DOWNSTREAM -> new CmlRelation(directed, other, one, technology);
                    case "<-", DOWNSTREAM_UPSTREAM -> new CmlRelation(directed, one, other, technology);
                    case CUSTOMER_SUPPLIER -> new CmlRelation(Kind.CUSTOMER_SUPPLIER, one, other, technology);
                    case SUPPLIER_CUSTOMER -> new CmlRelation(Kind.CUSTOMER_SUPPLIER, other, one, technology);
                    case "<->" ->
                        new CmlRelation(arePartners ? Kind.PARTNERSHIP : Kind.SHARED_KERNEL, one, other, technology);
                    case PARTNERSHIP -> new CmlRelation(Kind.PARTNERSHIP, one, other, technology);
                    case SHARED_KERNEL -> new CmlRelation(Kind.SHARED_KERNEL, one, other, technology);
                    default -> null;
                });
    }

    static boolean isBetween(Token token) {
        return switch (token.text()) {
            case "->", "<-", "<->" -> token.kind() == Token.Kind.SYMBOL;
            case UPSTREAM_DOWNSTREAM,
                    DOWNSTREAM_UPSTREAM,
                    CUSTOMER_SUPPLIER,
                    SUPPLIER_CUSTOMER,
                    PARTNERSHIP,
                    SHARED_KERNEL -> token.isWord();
            default -> false;
        };
    }
}
