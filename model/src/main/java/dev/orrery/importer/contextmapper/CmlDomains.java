package dev.orrery.importer.contextmapper;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Domains and subdomains, as far as some context implements them.
final class CmlDomains {
    private final Consumer<Problem> report;
    private final Map<String, Part> parts = new HashMap<>();
    private final Set<Part> used = new LinkedHashSet<>();

    /// @param domain around a subdomain; null of a domain
    private record Part(Name name, @Nullable Part domain) {
        Part outermost() {
            return domain == null ? this : domain;
        }
    }

    CmlDomains(List<CmlFile> pages, Consumer<Problem> report) {
        this.report = report;
        for (CmlFile page : pages) {
            for (CmlFile.Domain read : page.domains) {
                Part domain = parts.computeIfAbsent(read.name().text(), _ -> new Part(read.name(), null));
                read.subdomains().forEach(name -> parts.putIfAbsent(name.text(), new Part(name, domain.outermost())));
            }
        }
    }

    /// Puts a context into what it implements: the one part, or the domain of all of its parts. A context that works
    /// for several domains stands in none.
    void place(CmlFile.Context context, Draft.Builder draft) {
        Set<Part> implemented = new LinkedHashSet<>();
        for (Name name : context.implemented()) {
            Part part = parts.get(name.text());
            if (part == null) {
                report.accept(Problem.warning("cml-unknown-domain", name.source(), name.text()));
            } else {
                implemented.add(part);
            }
        }
        home(implemented).ifPresent(part -> {
            used.add(part.outermost());
            used.add(part);
            draft.member(
                    context.name().text(),
                    part.name().text(),
                    context.implemented().getFirst().source());
        });
    }

    private static Optional<Part> home(Set<Part> implemented) {
        if (implemented.size() == 1) {
            return implemented.stream().findFirst();
        }
        List<Part> around = implemented.stream().map(Part::outermost).distinct().toList();
        return around.size() == 1 ? Optional.of(around.getFirst()) : Optional.empty();
    }

    /// Writes those that have something in them.
    void write(Draft.Builder draft) {
        for (Part part : used) {
            Name name = part.name();
            Part domain = part.domain();
            String kind = domain == null ? "domain" : "subdomain";
            draft.add(new Boundary(name.text(), name.text(), kind, null, null, name.source()));
            if (domain != null) {
                draft.nest(name.text(), domain.name().text(), name.source());
            }
        }
    }
}
