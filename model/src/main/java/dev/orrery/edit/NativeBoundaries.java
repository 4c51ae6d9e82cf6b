package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Boundaries of the native format, and who says that it lies in one.
final class NativeBoundaries {
    private static final String BOUNDARY = "boundary";
    private static final String WITHIN = "within";

    private NativeBoundaries() {}

    static void add(NativePages pages, TopologyEdit.AddBoundary edit) {
        List<NewNode.Member> said = new ArrayList<>();
        say(said, "name", edit.name());
        say(said, "kind", edit.kind());
        say(said, WITHIN, edit.within());
        Page page = pages.boundaries().stream()
                .findFirst()
                .map(Definition::page)
                .orElseGet(() -> pages.all().getFirst());
        NativeServices.addTo(page, NativePages.BOUNDARIES, edit.boundary(), said);
    }

    static void write(NativePages pages, TopologyEdit.OfBoundary edit) {
        Boundary boundary = Names.boundary(pages.desk().topology(), edit.boundary());
        List<Definition> definitions = pages.boundaries().stream()
                .filter(definition -> definition.id().equals(boundary.id()))
                .toList();
        switch (edit) {
            case TopologyEdit.RenameBoundary rename -> {
                definitions.forEach(definition -> definition.rename(rename.renamed()));
                refer(pages, boundary.id(), rename.renamed());
            }
            case TopologyEdit.NameBoundary naming ->
                definitions.getFirst().say("name", text(naming.name()), NativePages.OF_BOUNDARY);
            case TopologyEdit.OwnBoundary own ->
                definitions.getFirst().say("owner", text(own.owner()), NativePages.OF_BOUNDARY);
            case TopologyEdit.NestBoundary nest ->
                definitions.getFirst().say(WITHIN, text(nest.within()), NativePages.OF_BOUNDARY);
            case TopologyEdit.DissolveBoundary _ -> {
                refer(pages, boundary.id(), boundary.within());
                pages.desk().settle();
                dissolve(pages, boundary.id());
            }
        }
    }

    private static void dissolve(NativePages pages, String id) {
        for (Page page : pages.all()) {
            Optional<SourceNode.Mapping> all = page.section(NativePages.BOUNDARIES);
            if (all.filter(boundaries -> boundaries.entries().size() == 1
                            && Source.entry(boundaries, id).isPresent())
                    .isPresent()) {
                page.editing().delete(page.root(), NativePages.BOUNDARIES);
            } else {
                all.ifPresent(boundaries -> page.editing().delete(boundaries, id));
            }
        }
    }

    /// All that lies in a boundary lies in another one, or in none.
    private static void refer(NativePages pages, String id, @Nullable String other) {
        for (Page page : pages.all()) {
            NativePages.bodies(page).forEach(body -> refer(page, body, BOUNDARY, id, other));
        }
        for (Definition definition : pages.boundaries()) {
            if (definition.body() instanceof SourceNode.Mapping body) {
                refer(definition.page(), body, WITHIN, id, other);
            }
        }
    }

    private static void refer(Page page, SourceNode.Mapping body, String key, String id, @Nullable String other) {
        Source.entry(body, key)
                .filter(entry -> page.scalar(entry.value())
                        .filter(scalar -> scalar.value().equals(id))
                        .isPresent())
                .ifPresent(entry -> {
                    if (other == null) {
                        page.editing().delete(body, key);
                    } else {
                        page.editing().replace(entry.value(), new NewNode.Text(other));
                    }
                });
    }

    private static void say(List<NewNode.Member> said, String key, @Nullable String value) {
        if (value != null) {
            said.add(new NewNode.Member(key, new NewNode.Text(value)));
        }
    }

    private static @Nullable NewNode text(@Nullable String value) {
        return value == null ? null : new NewNode.Text(value);
    }
}
