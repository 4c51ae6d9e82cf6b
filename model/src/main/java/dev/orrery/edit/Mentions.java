package dev.orrery.edit;

import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Names of services in lists and keys, where others say that they need them.
final class Mentions {
    private Mentions() {}

    /// Gives a name in a list, or a key of a mapping, another one.
    static void rename(Page page, SourceNode names, String id, String renamed) {
        switch (page.follow(names)) {
            case SourceNode.Sequence list ->
                list.items().stream()
                        .filter(SourceNode.Scalar.class::isInstance)
                        .map(SourceNode.Scalar.class::cast)
                        .filter(name -> name.value().equals(id))
                        .forEach(name -> page.editing().text(name, renamed));
            case SourceNode.Mapping mapping ->
                Source.entry(mapping, id).ifPresent(entry -> page.editing().rename(mapping, entry, renamed));
            case SourceNode.Scalar _, SourceNode.Alias _ -> {}
        }
    }

    /// Takes a name out of a list.
    static void remove(Page page, SourceNode names, String id) {
        if (names instanceof SourceNode.Sequence list) {
            Set<Integer> found = new TreeSet<>();
            for (int at = 0; at < list.items().size(); at++) {
                if (page.scalar(list.items().get(at))
                        .filter(name -> name.value().equals(id))
                        .isPresent()) {
                    found.add(at);
                }
            }
            page.editing().delete(list, found);
        }
    }

    /// Where a native text states dependencies.
    static Set<SourceLocation> places(NativePages pages, Collection<Dependency> dependencies) {
        Set<SourceLocation> places = new HashSet<>();
        for (Dependency dependency : dependencies) {
            dependency.evidence().stream()
                    .filter(piece -> piece.rule().equals(pages.rule()))
                    .map(Evidence::source)
                    .forEach(places::add);
        }
        return places;
    }

    /// Whether something in these documents states a dependency.
    static boolean isStated(NativePages pages, String from, String to) {
        return pages.desk()
                .topology()
                .dependency(from, to)
                .filter(dependency -> !places(pages, List.of(dependency)).isEmpty())
                .isPresent();
    }

    /// Takes out all that states some dependencies; what is empty then goes too.
    static void cut(NativePages pages, List<Dependency> dependencies) {
        Set<SourceLocation> left = places(pages, dependencies);
        for (Page page : pages.all()) {
            for (SourceNode.Mapping body : NativePages.bodies(page)) {
                Source.entry(body, NativePages.DEPENDS_ON).ifPresent(entry -> {
                    Set<Integer> found = at(page, entry.value(), left);
                    if (!found.isEmpty() && found.size() == size(entry.value())) {
                        page.editing().delete(body, NativePages.DEPENDS_ON);
                    } else {
                        page.editing().delete(entry.value(), found);
                    }
                });
            }
        }
        if (!left.isEmpty()) {
            throw new Unmeant("stated-elsewhere", left.iterator().next().toString());
        }
    }

    /// The indices of what stands at some places, which are taken from the set.
    static Set<Integer> at(Page page, SourceNode names, Set<SourceLocation> places) {
        Set<Integer> found = new TreeSet<>();
        for (int at = 0; at < size(names); at++) {
            if (places.remove(page.place(node(names, at)))) {
                found.add(at);
            }
        }
        return found;
    }

    static int size(SourceNode names) {
        return switch (names) {
            case SourceNode.Mapping mapping -> mapping.entries().size();
            case SourceNode.Sequence list -> list.items().size();
            case SourceNode.Scalar _, SourceNode.Alias _ -> 0;
        };
    }

    private static SourceNode node(SourceNode names, int index) {
        return switch (names) {
            case SourceNode.Mapping mapping -> mapping.entries().get(index).key();
            case SourceNode.Sequence list -> list.items().get(index);
            case SourceNode.Scalar scalar -> scalar;
            case SourceNode.Alias alias -> alias;
        };
    }
}
