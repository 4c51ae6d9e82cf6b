package dev.orrery.descriptor;

import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// One service, and all descriptions that are taken to be of it so far.
final class Identity {
    private static final Comparator<Definition> ORDER = Comparator.comparingInt(Definition::order);

    private @Nullable Identity united;
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<Integer> drafts = new HashSet<>();
    private final SortedSet<String> stated = new TreeSet<>();
    private final Map<String, Definition> firsts = new HashMap<>();
    /// By format, where its descriptions state a technology.
    private final Map<String, String> products = new HashMap<>();
    private Definition first;
    private String id;

    Identity(Definition first) {
        this.first = first;
        this.id = first.id();
        add(first);
    }

    /// The one that this has become part of.
    Identity now() {
        Identity at = this;
        while (at.united != null) {
            at = at.united;
        }
        for (Identity on = this; on.united != null; ) {
            Identity next = on.united;
            on.united = at;
            on = next;
        }
        return at;
    }

    void add(Definition definition) {
        definitions.add(definition);
        drafts.add(definition.draft());
        firsts.putIfAbsent(definition.format(), definition);
        String product = Product.of(definition.service().technology());
        if (product != null) {
            products.putIfAbsent(definition.format(), product);
        }
    }

    /// Two services of one draft are two.
    boolean sharesNoDraft(Identity other) {
        return areApart(drafts, other.drafts);
    }

    /// Whether no format describes both. One format writes the name of one service in one way.
    boolean sharesNoFormat(Identity other) {
        return areApart(firsts.keySet(), other.firsts.keySet());
    }

    /// Whether no format says that the two are made of different things.
    boolean isAlike(Identity other) {
        return products.entrySet().stream()
                .allMatch(mine -> mine.getValue().equals(other.products.getOrDefault(mine.getKey(), mine.getValue())));
    }

    private static <T> boolean areApart(Set<T> some, Set<T> others) {
        boolean isSmall = some.size() < others.size();
        Set<T> large = isSmall ? others : some;
        return (isSmall ? some : others).stream().noneMatch(large::contains);
    }

    /// The first of its descriptions in a format.
    Optional<Definition> ofFormat(String format) {
        return Optional.ofNullable(firsts.get(format));
    }

    /// Both become one, which has the id of the description that counts most.
    Identity unite(Identity other) {
        if (definitions.size() < other.definitions.size()) {
            return other.unite(this);
        }
        definitions.addAll(other.definitions);
        drafts.addAll(other.drafts);
        other.products.forEach(products::putIfAbsent);
        other.firsts.forEach((format, theirs) -> firsts.merge(format, theirs, BinaryOperator.minBy(ORDER)));
        boolean isOtherFirst = other.first.order() < first.order();
        id = isOtherFirst ? other.id : id;
        first = isOtherFirst ? other.first : first;
        stated.addAll(other.stated);
        other.united = this;
        return this;
    }

    /// Where another service has its own id.
    void rename(String newId) {
        id = newId;
    }

    /// People say that it goes by this name.
    void state(String name) {
        stated.add(name);
    }

    SortedSet<String> statedNames() {
        return stated;
    }

    String id() {
        return id;
    }

    /// The description that counts most.
    Definition first() {
        return first;
    }

    boolean isIn(int draft) {
        return drafts.contains(draft);
    }

    /// What its descriptions of a format are made of; null where they say nothing.
    @Nullable
    String product(String format) {
        return products.get(format);
    }

    /// In the order in which they count.
    List<Service> services() {
        return definitions().stream().map(Definition::service).toList();
    }

    /// The one that counts most first.
    List<Definition> definitions() {
        return definitions.stream().sorted(ORDER).toList();
    }
}
