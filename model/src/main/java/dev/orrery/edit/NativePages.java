package dev.orrery.edit;

import dev.orrery.descriptor.NativeKeys;
import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Overlay;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Documents of the native format, and what they define. The overlays of workspaces are written alike, and are such
/// documents too.
///
/// @param overlay whether overlays are meant, else descriptors
record NativePages(Desk desk, boolean overlay) {
    static final String FORMAT = "native";
    static final String SERVICES = "services";
    static final String BOUNDARIES = "boundaries";
    static final String DEPENDS_ON = "depends_on";
    /// Keys at the top, of a service and of a boundary, in their usual order.
    static final List<String> TOP = List.copyOf(NativeKeys.TOP);

    static final List<String> OF_SERVICE = List.copyOf(NativeKeys.SERVICE);
    static final List<String> OF_BOUNDARY = List.copyOf(NativeKeys.BOUNDARY);

    static NativePages descriptors(Desk desk) {
        return new NativePages(desk, false);
    }

    static NativePages overlays(Desk desk) {
        return new NativePages(desk, true);
    }

    /// Of the evidence that these documents give.
    String rule() {
        return overlay ? Overlay.RULE : "native.depends_on";
    }

    /// A key that defines a service or boundary, with what is said below it.
    record Definition(Page page, SourceNode.Mapping section, SourceNode.Entry entry) {
        String id() {
            return Page.keyOf(entry);
        }

        SourceNode body() {
            return page.desk().entered(page, entry.value());
        }

        /// What a key of it itself says.
        Optional<SourceNode.Entry> own(String key) {
            return body() instanceof SourceNode.Mapping mapping
                    ? Source.entry(mapping, key)
                            .map(own ->
                                    new SourceNode.Entry(own.key(), page.desk().entered(page, own.value())))
                    : Optional.empty();
        }

        /// Says something, or no longer.
        ///
        /// @param value null where the key is to go
        void say(String key, @Nullable NewNode value, List<String> order) {
            if (value != null) {
                page.editing().put(body(), key, value, order);
            } else if (own(key).isPresent()) {
                page.editing().delete((SourceNode.Mapping) body(), key);
            } else if (page.follow(body()) instanceof SourceNode.Mapping mapping
                    && (body() instanceof SourceNode.Alias || Source.merges(mapping))) {
                throw new Unmeant("merged", key);
            }
        }

        /// A name that is the id goes with it.
        void rename(String renamed) {
            own("name")
                    .map(SourceNode.Entry::value)
                    .filter(SourceNode.Scalar.class::isInstance)
                    .map(SourceNode.Scalar.class::cast)
                    .filter(name -> name.value().equals(id()))
                    .ifPresent(name -> page.editing().text(name, renamed));
            page.editing().rename(section, entry, renamed);
        }
    }

    List<Page> all() {
        return overlay
                ? desk.overlays()
                : desk.pages(FORMAT).stream()
                        .filter(page -> Source.entry(page.root(), "orrery").isPresent()
                                || Source.entry(page.root(), "topology").isPresent())
                        .toList();
    }

    List<Definition> services() {
        return definitions(SERVICES);
    }

    List<Definition> boundaries() {
        return definitions(BOUNDARIES);
    }

    /// Where a service is defined, in the order in which the places count.
    List<Definition> of(Service service) {
        List<Definition> all = services();
        List<Definition> found = new ArrayList<>();
        for (SourceLocation place : service.sources()) {
            all.stream()
                    .filter(one -> one.page().file().equals(place.file())
                            && one.page().place(one.entry().key()).equals(place))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Definition> definitions(String section) {
        List<Definition> found = new ArrayList<>();
        for (Page page : all()) {
            page.section(section)
                    .ifPresent(all -> all.entries().stream()
                            .filter(entry -> entry.key() instanceof SourceNode.Scalar)
                            .forEach(entry -> found.add(new Definition(page, all, entry))));
        }
        return found;
    }

    /// All mappings that say something of services of a page, those that are merged in too, each once.
    static List<SourceNode.Mapping> bodies(Page page) {
        Set<SourceNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<SourceNode.Mapping> bodies = new ArrayList<>();
        page.section(SERVICES)
                .ifPresent(all -> all.entries().forEach(entry -> addBody(page, entry.value(), seen, bodies)));
        return bodies;
    }

    private static void addBody(Page page, SourceNode node, Set<SourceNode> seen, List<SourceNode.Mapping> bodies) {
        SourceNode meant = page.follow(node);
        if (!seen.add(meant)) {
            return;
        }
        if (meant instanceof SourceNode.Mapping mapping) {
            bodies.add(mapping);
            mapping.entries().stream()
                    .filter(entry -> Page.keyOf(entry).equals("<<"))
                    .forEach(entry -> addBody(page, entry.value(), seen, bodies));
        } else if (meant instanceof SourceNode.Sequence list) {
            list.items().forEach(item -> addBody(page, item, seen, bodies));
        }
    }
}
