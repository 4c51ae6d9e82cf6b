package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Overlay;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.Boundary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The text of overlays: what is missing around an entry is made, and what is empty after an edit goes.
final class OverlayText {
    /// What a workspace begins with that was not there.
    static final String FRESH = "format: 1\n";

    private static final List<String> SECTIONS = List.of(NativePages.SERVICES, NativePages.BOUNDARIES);

    private final Desk desk;
    private final Set<String> said;

    OverlayText(Desk desk) {
        this.desk = desk;
        this.said = said(NativePages.overlays(desk));
    }

    /// The entry of a service or boundary, which is made where there is none.
    Definition entry(NativePages pages, String section, String id) {
        Optional<Definition> known = find(pages, section, id);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Page> overlays = pages.all().stream().findFirst();
        NewNode.Mapping entries = new NewNode.Mapping(List.of(new NewNode.Member(id, NewNode.nothing())), false);
        if (overlays.isPresent()) {
            Page page = overlays.get();
            SourceNode holder = Source.entry(page.root(), section)
                    .map(SourceNode.Entry::value)
                    .orElse(null);
            if (holder == null) {
                page.editing().put(page.root(), section, entries, SECTIONS.reversed());
            } else {
                page.editing().insert(holder, id, NewNode.nothing(), List.of());
            }
        } else {
            Page page = desk.workspace(FRESH);
            NewNode.Mapping all = new NewNode.Mapping(List.of(new NewNode.Member(section, entries)), false);
            page.editing().put(page.root(), Overlay.KEY, all, List.of());
        }
        desk.settle();
        return find(pages, section, id).orElseThrow(() -> new Unmeant("no-place"));
    }

    private static Optional<Definition> find(NativePages pages, String section, String id) {
        List<Definition> all = section.equals(NativePages.SERVICES) ? pages.services() : pages.boundaries();
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Takes out what says nothing any more and did before, and what was around it alone.
    void tidy(NativePages pages) {
        for (Optional<Page> changed = untidy(pages); changed.isPresent(); changed = untidy(pages)) {
            desk.settle();
        }
        desk.forget(FRESH);
    }

    /// Plans to take out one thing that is empty.
    private Optional<Page> untidy(NativePages pages) {
        for (Page page : pages.all()) {
            if (!desk.isChanged(page.file())) {
                continue;
            }
            for (String section : SECTIONS) {
                Optional<SourceNode.Mapping> all = page.section(section);
                if (all.filter(entries -> entries.entries().isEmpty()).isPresent()) {
                    page.editing().delete(page.root(), section);
                    return Optional.of(page);
                }
                for (SourceNode.Entry entry :
                        all.map(SourceNode.Mapping::entries).orElse(List.of())) {
                    if (isLeftOver(page, section, entry)) {
                        page.editing().delete(all.orElseThrow(), Page.keyOf(entry));
                        return Optional.of(page);
                    }
                }
            }
            if (page.root().entries().isEmpty()) {
                Page whole = desk.besides().stream()
                        .filter(other -> other.file().equals(page.file()))
                        .findFirst()
                        .orElseThrow();
                whole.editing().delete(whole.root(), Overlay.KEY);
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    /// A boundary that only the workspace makes needs no more than its name.
    private boolean isLeftOver(Page page, String section, SourceNode.Entry entry) {
        String id = Page.keyOf(entry);
        boolean isEmpty = entry.value() instanceof SourceNode.Mapping body
                && body.entries().isEmpty();
        boolean isMadeHere = section.equals(NativePages.BOUNDARIES)
                && desk.topology()
                        .boundary(id)
                        .map(Boundary::source)
                        .filter(place -> !place.file().equals(page.file()))
                        .isEmpty();
        return isEmpty && !isMadeHere && said.contains(section + " " + id);
    }

    private static Set<String> said(NativePages pages) {
        Set<String> said = new TreeSet<>();
        for (Page page : pages.all()) {
            for (String section : SECTIONS) {
                page.section(section).stream()
                        .flatMap(all -> all.entries().stream())
                        .filter(entry -> entry.value() instanceof SourceNode.Mapping body
                                && !body.entries().isEmpty())
                        .forEach(entry -> said.add(section + " " + Page.keyOf(entry)));
            }
        }
        return said;
    }
}
