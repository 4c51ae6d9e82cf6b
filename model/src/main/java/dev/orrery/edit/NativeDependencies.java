package dev.orrery.edit;

import dev.orrery.descriptor.NativeKeys;
import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `depends_on` of the native format: a list of ids, or a mapping from id to what is known.
final class NativeDependencies {
    /// What an edit says of a dependency.
    private static final List<String> SAID = List.of("kind", "required", "protocol", "api");

    private NativeDependencies() {}

    static void write(NativePages pages, TopologyEdit.OfDependency edit) {
        switch (edit) {
            case TopologyEdit.Connect connect -> connect(pages, connect);
            case TopologyEdit.Disconnect _ -> Mentions.cut(pages, List.of(existing(pages, edit)));
            case TopologyEdit.Retarget retarget -> retarget(pages, existing(pages, edit), retarget.target());
            case TopologyEdit.Annotate annotate -> annotate(pages, annotate);
        }
    }

    private static Dependency existing(NativePages pages, TopologyEdit.OfDependency edit) {
        return pages.desk().topology().dependency(edit.from(), edit.to()).orElseThrow();
    }

    private static void connect(NativePages pages, TopologyEdit.Connect edit) {
        @Nullable DependencyKind kind = stated(pages, edit.kind(), edit.to());
        Definition definition = stating(pages, edit.from());
        SourceNode old = value(definition);
        if (old == null) {
            NewNode fresh = kind == null
                    ? NewNode.texts(
                            List.of(edit.to()), definition.page().editing().prefersFlow(true))
                    : mapping(List.of(new NewNode.Member(edit.to(), said(kind))));
            if (definition.page().follow(definition.body()) instanceof SourceNode.Mapping body && Source.merges(body)) {
                throw new Unmeant("merged", NativePages.DEPENDS_ON);
            }
            definition.say(NativePages.DEPENDS_ON, fresh, NativePages.OF_SERVICE);
            return;
        }
        if (kind != null
                && old instanceof SourceNode.Sequence list
                && !list.items().isEmpty()) {
            definition.page().editing().toMapping(list, _ -> NewNode.nothing());
            pages.desk().settle();
            connect(pages, edit);
        } else if (old instanceof SourceNode.Mapping || kind != null) {
            definition
                    .page()
                    .editing()
                    .insert(old, edit.to(), kind == null ? NewNode.nothing() : said(kind), List.of());
        } else {
            definition
                    .page()
                    .editing()
                    .add(
                            old,
                            new NewNode.Text(edit.to()),
                            definition.page().editing().prefersFlow(true));
        }
    }

    private static void retarget(NativePages pages, Dependency dependency, String target) {
        Set<SourceLocation> places = Mentions.places(pages, List.of(dependency));
        for (Page page : pages.all()) {
            for (SourceNode.Mapping body : NativePages.bodies(page)) {
                Source.entry(body, NativePages.DEPENDS_ON).ifPresent(entry -> {
                    for (int at : Mentions.at(page, entry.value(), places)) {
                        switch (entry.value()) {
                            case SourceNode.Mapping mapping ->
                                page.editing().rename(mapping, mapping.entries().get(at), target);
                            case SourceNode.Sequence list ->
                                page.editing().replace(list.items().get(at), new NewNode.Text(target));
                            case SourceNode.Scalar _, SourceNode.Alias _ -> {}
                        }
                    }
                });
            }
        }
        if (!places.isEmpty()) {
            throw new Unmeant("stated-elsewhere", places.iterator().next().toString());
        }
    }

    private static void annotate(NativePages pages, TopologyEdit.Annotate edit) {
        Definition definition = stating(pages, edit.from());
        SourceNode old = value(definition);
        if (old instanceof SourceNode.Sequence list) {
            NewNode said = mapping(members(pages, edit));
            definition.page().editing().toMapping(list, name -> name.equals(edit.to()) ? said : NewNode.nothing());
            return;
        }
        SourceNode details = old instanceof SourceNode.Mapping mapping
                ? Source.entry(mapping, edit.to()).map(SourceNode.Entry::value).orElse(null)
                : null;
        if (details == null) {
            throw new Unmeant("stated-elsewhere", edit.from() + " → " + edit.to());
        }
        if (details instanceof SourceNode.Mapping known && !known.entries().isEmpty()) {
            annotate(pages, edit, definition.page(), known);
        } else if (!members(pages, edit).isEmpty()) {
            definition.page().editing().replace(details, mapping(members(pages, edit)));
        }
    }

    /// What goes in one round, what comes in the next, so that each stands beside what is left.
    private static void annotate(NativePages pages, TopologyEdit.Annotate edit, Page page, SourceNode.Mapping known) {
        List<NewNode.Member> members = members(pages, edit);
        Set<Integer> gone = new TreeSet<>();
        List<NewNode.Member> fresh = new ArrayList<>(members);
        for (int at = 0; at < known.entries().size(); at++) {
            String key = Page.keyOf(known.entries().get(at));
            NewNode.Member wanted = members.stream()
                    .filter(member -> member.key().equals(key))
                    .findFirst()
                    .orElse(null);
            if (wanted != null) {
                fresh.remove(wanted);
                change(page, known.entries().get(at).value(), wanted.value());
            } else if (SAID.contains(key)) {
                gone.add(at);
            }
        }
        page.editing().delete(known, gone);
        if (!fresh.isEmpty()) {
            pages.desk().settle();
            Definition again = stating(pages, edit.from());
            for (NewNode.Member member : fresh) {
                if (value(again) instanceof SourceNode.Mapping all) {
                    SourceNode details =
                            Source.entry(all, edit.to()).orElseThrow().value();
                    again.page()
                            .editing()
                            .put(details, member.key(), member.value(), List.copyOf(NativeKeys.DEPENDENCY));
                    pages.desk().settle();
                    again = stating(pages, edit.from());
                }
            }
        }
    }

    private static void change(Page page, SourceNode old, NewNode value) {
        String wanted = switch (value) {
            case NewNode.Text(String text) -> text;
            case NewNode.Bare(String text) -> text;
            case NewNode.Mapping _, NewNode.Sequence _, NewNode.Copy _ -> "";
        };
        if (page.scalar(old).filter(scalar -> scalar.value().equals(wanted)).isEmpty()) {
            page.editing().replace(old, value);
        }
    }

    /// What is to be said of a dependency; what follows from the target is not, nor what is usual.
    private static List<NewNode.Member> members(NativePages pages, TopologyEdit.Annotate edit) {
        List<NewNode.Member> members = new ArrayList<>();
        // A descriptor says what is not usual; an overlay also what its descriptor says otherwise.
        Dependency before = existing(pages, edit);
        DependencyKind kind = stated(pages, edit.kind(), edit.to());
        if (kind == null && pages.overlay() && edit.kind() != null && before.kind() != edit.kind()) {
            kind = edit.kind();
        }
        if (kind != null) {
            members.add(new NewNode.Member("kind", new NewNode.Text(kind.word())));
        }
        if (!edit.required() || (pages.overlay() && !before.required())) {
            members.add(new NewNode.Member("required", new NewNode.Bare(String.valueOf(edit.required()))));
        }
        if (edit.protocol() != null) {
            members.add(new NewNode.Member("protocol", new NewNode.Text(edit.protocol())));
        }
        if (edit.api() != null) {
            members.add(new NewNode.Member("api", new NewNode.Text(edit.api())));
        }
        return members;
    }

    private static @Nullable DependencyKind stated(NativePages pages, @Nullable DependencyKind wanted, String target) {
        DependencyKind implied = pages.desk()
                .topology()
                .service(target)
                .map(Service::kind)
                .map(DependencyKind::towards)
                .orElse(DependencyKind.SYNC);
        return wanted == implied ? null : wanted;
    }

    private static NewNode said(DependencyKind kind) {
        return mapping(List.of(new NewNode.Member("kind", new NewNode.Text(kind.word()))));
    }

    private static NewNode mapping(List<NewNode.Member> members) {
        return new NewNode.Mapping(members, true);
    }

    private static @Nullable SourceNode value(Definition definition) {
        return definition
                .own(NativePages.DEPENDS_ON)
                .map(SourceNode.Entry::value)
                .orElse(null);
    }

    /// The definition that says what a service needs; else the first. After a round it is found by its id.
    private static Definition stating(NativePages pages, String id) {
        List<Definition> definitions =
                pages.of(pages.desk().topology().service(id).orElseThrow());
        List<Definition> named = definitions.isEmpty()
                ? pages.services().stream()
                        .filter(definition -> definition.id().equals(id))
                        .toList()
                : definitions;
        return named.stream()
                .filter(definition -> definition.own(NativePages.DEPENDS_ON).isPresent())
                .findFirst()
                .orElseGet(named::getFirst);
    }
}
