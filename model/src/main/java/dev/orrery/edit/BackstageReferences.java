package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// References between the entities of a catalog: `[kind:][namespace/]name`, or a mapping with these keys.
final class BackstageReferences {
    /// Where a component or resource may be referred to.
    private static final Set<String> KEYS = Set.of("dependsOn", "dependencyOf", "subcomponentOf");

    private BackstageReferences() {}

    /// Only the name of a reference is another one then; how much of it is written stays.
    ///
    /// @param page of the entity
    static void rename(List<Page> pages, Page page, String id, String renamed) {
        int slash = id.indexOf('/');
        String name = renamed.substring(Math.min(slash + 1, renamed.length()));
        if (slash < 0 || !renamed.startsWith(id.substring(0, slash + 1)) || name.isEmpty() || name.contains("/")) {
            throw new Unmeant("not-a-reference", renamed);
        }
        String kind = id.substring(0, id.indexOf(':'));
        String namespace = id.substring(id.indexOf(':') + 1, slash);
        SourceNode.Scalar own = BackstageHome.name(page).orElseThrow(() -> new Unmeant("no-place"));
        String old = own.value();
        page.editing().text(own, name);
        for (Page other : pages) {
            String there = BackstageHome.namespace(other);
            other.section("spec").stream()
                    .flatMap(spec -> spec.entries().stream())
                    .filter(entry -> KEYS.contains(Page.keyOf(entry)))
                    .map(SourceNode.Entry::value)
                    .flatMap(value -> value instanceof SourceNode.Sequence list
                            ? list.items().stream()
                            : java.util.stream.Stream.of(value))
                    .forEach(reference -> rename(other, reference, there, kind, namespace, old, name));
        }
    }

    private static void rename(
            Page page, SourceNode reference, String there, String kind, String namespace, String old, String name) {
        switch (reference) {
            case SourceNode.Scalar text -> {
                String written = text.value();
                int colon = written.indexOf(':');
                int slash = written.indexOf('/', colon + 1);
                String ofKind = colon < 0 ? kind : written.substring(0, colon);
                String in = slash < 0 ? there : written.substring(colon + 1, slash);
                int begin = Math.max(colon, slash) + 1;
                if (isSame(ofKind, kind) && isSame(in, namespace) && isSame(written.substring(begin), old)) {
                    page.editing().text(text, written.substring(0, begin) + name);
                }
            }
            case SourceNode.Mapping parts -> {
                boolean isMeant = isSame(BackstageHome.text(parts, page, "kind").orElse(kind), kind)
                        && isSame(BackstageHome.text(parts, page, "namespace").orElse(there), namespace)
                        && isSame(BackstageHome.text(parts, page, "name").orElse(""), old);
                if (isMeant) {
                    Source.entry(parts, "name")
                            .ifPresent(entry -> page.editing().replace(entry.value(), new NewNode.Text(name)));
                }
            }
            case SourceNode.Sequence _, SourceNode.Alias _ -> {}
        }
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
