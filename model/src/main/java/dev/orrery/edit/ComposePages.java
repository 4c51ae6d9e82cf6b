package dev.orrery.edit;

import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Documents of Compose, those that others draw in too, and what they define.
final class ComposePages {
    static final String FORMAT = "compose";

    private ComposePages() {}

    /// A key that defines a service, with what is said below it.
    record Definition(Page page, SourceNode.Mapping section, SourceNode.Entry entry) {
        String name() {
            return Page.keyOf(entry);
        }

        Optional<SourceNode.Mapping> body() {
            return Page.asMapping(page.follow(entry.value()));
        }

        /// What a key of it itself says.
        Optional<SourceNode> own(String key) {
            return body().flatMap(body -> Source.entry(body, key))
                    .map(SourceNode.Entry::value)
                    .map(value -> page.desk().entered(page, value));
        }
    }

    static List<Page> of(Desk desk) {
        Stream<Page> drawnIn = desk.besides().stream()
                .filter(page -> Source.entry(page.root(), "services").isPresent());
        return Stream.concat(desk.pages(FORMAT).stream(), drawnIn).toList();
    }

    /// Version 1 has its services at the top.
    static SourceNode.Mapping section(Page page) {
        return page.section("services").orElse(page.root());
    }

    static boolean isVersion1(Page page) {
        return section(page).equals(page.root());
    }

    static List<Definition> services(Desk desk) {
        List<Definition> found = new ArrayList<>();
        for (Page page : of(desk)) {
            SourceNode.Mapping all = section(page);
            all.entries().stream()
                    .filter(entry -> entry.key() instanceof SourceNode.Scalar)
                    .forEach(entry -> found.add(new Definition(page, all, entry)));
        }
        return found;
    }

    /// Where a service is defined, in the order in which the places count.
    static List<Definition> of(Desk desk, Service service) {
        Map<String, Definition> byPlace = new HashMap<>();
        services(desk)
                .forEach(one -> byPlace.put(one.page().place(one.entry().key()).toString(), one));
        return service.sources().stream()
                .flatMap(place -> Stream.ofNullable(byPlace.get(place.toString())))
                .toList();
    }

    static Set<String> names(List<Definition> definitions) {
        return definitions.stream().map(Definition::name).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> files(List<Definition> definitions) {
        return definitions.stream()
                .map(definition -> definition.page().file())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Takes keys out of what a definition itself says.
    static void delete(Definition definition, Set<String> keys) {
        definition.body().ifPresent(body -> {
            Set<Integer> found = new TreeSet<>();
            for (int at = 0; at < body.entries().size(); at++) {
                if (keys.contains(Page.keyOf(body.entries().get(at)))) {
                    found.add(at);
                }
            }
            definition.page().editing().delete(body, found);
        });
    }
}
