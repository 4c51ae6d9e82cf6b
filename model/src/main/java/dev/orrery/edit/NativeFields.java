package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the native format says of one service, key by key.
final class NativeFields {
    private final List<Definition> definitions;

    /// @param definitions of the service, at least one
    NativeFields(List<Definition> definitions) {
        this.definitions = definitions;
    }

    void write(TopologyEdit.OfService edit) {
        switch (edit) {
            case TopologyEdit.MoveService move -> text("boundary", move.boundary());
            case TopologyEdit.NameService naming -> text("name", naming.name());
            case TopologyEdit.SetKind set -> kind(set.kind());
            case TopologyEdit.SetOwner set -> text("owner", set.owner());
            case TopologyEdit.SetTechnology set -> text("technology", set.technology());
            case TopologyEdit.SetTags set -> tags(set.tags());
            case TopologyEdit.SetLink set -> link(set.title(), set.url());
            case TopologyEdit.SetHealthCheck set -> health(set);
            case TopologyEdit.RenameService _, TopologyEdit.DeleteService _, TopologyEdit.DuplicateService _ ->
                throw new IllegalArgumentException("not a field: " + edit);
        }
    }

    /// The one that states a key; else the first.
    private Definition stating(String key) {
        return definitions.stream()
                .filter(definition -> definition.own(key).isPresent())
                .findFirst()
                .orElseGet(definitions::getFirst);
    }

    private void text(String key, @Nullable String value) {
        if (value == null) {
            List<Definition> stating = definitions.stream()
                    .filter(definition -> definition.own(key).isPresent())
                    .toList();
            (stating.isEmpty() ? definitions.subList(0, 1) : stating)
                    .forEach(definition -> definition.say(key, null, NativePages.OF_SERVICE));
        } else {
            stating(key).say(key, new NewNode.Text(value), NativePages.OF_SERVICE);
        }
    }

    /// The usual kind need not be said.
    private void kind(ServiceKind kind) {
        Definition definition = stating("kind");
        if (kind != ServiceKind.SERVICE || definition.own("kind").isPresent()) {
            definition.say("kind", new NewNode.Text(kind.word()), NativePages.OF_SERVICE);
        }
    }

    /// Says the kind, be it the usual one.
    void kindAlways(ServiceKind kind) {
        stating("kind").say("kind", new NewNode.Text(kind.word()), NativePages.OF_SERVICE);
    }

    /// The tags that the definitions themselves state.
    List<String> ownTags() {
        return definitions.stream()
                .flatMap(one -> one.own("tags").stream()
                        .map(SourceNode.Entry::value)
                        .filter(SourceNode.Sequence.class::isInstance)
                        .map(SourceNode.Sequence.class::cast)
                        .flatMap(list -> list.items().stream())
                        .flatMap(item -> one.page().scalar(item).stream()))
                .map(SourceNode.Scalar::value)
                .toList();
    }

    /// Whether some definitions state a health check by its own address.
    static boolean hasCheck(List<Definition> definitions, String url) {
        return definitions.stream()
                .anyMatch(one -> one.own("health").map(SourceNode.Entry::value).stream()
                        .flatMap(health ->
                                health instanceof SourceNode.Sequence list ? list.items().stream() : Stream.of(health))
                        .anyMatch(check -> check instanceof SourceNode.Mapping body && isAt(one.page(), body, url)));
    }

    /// Those that stay are not written anew.
    private void tags(List<String> wanted) {
        Definition definition = stating("tags");
        SourceNode old = definition.own("tags").map(SourceNode.Entry::value).orElse(null);
        if (wanted.isEmpty()) {
            definition.say("tags", null, NativePages.OF_SERVICE);
        } else if (old instanceof SourceNode.Sequence list && !list.items().isEmpty()) {
            tags(definition.page(), list, wanted);
        } else {
            boolean flow = definition.page().editing().prefersFlow(true);
            definition.say("tags", NewNode.texts(wanted, flow), NativePages.OF_SERVICE);
        }
    }

    private void tags(Page page, SourceNode.Sequence list, List<String> wanted) {
        List<String> left = new ArrayList<>(wanted);
        Set<Integer> gone = new TreeSet<>();
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < list.items().size(); at++) {
            String tag = page.scalar(list.items().get(at))
                    .map(SourceNode.Scalar::value)
                    .orElse("");
            if (left.remove(tag)) {
                kept.add(tag);
            } else {
                gone.add(at);
            }
        }
        boolean flow = list.flow();
        boolean inOrder = kept.equals(wanted.subList(0, kept.size()));
        if (gone.isEmpty() && inOrder) {
            page.editing()
                    .append(list, left.stream().<NewNode>map(NewNode.Text::new).toList());
        } else if (left.isEmpty() && inOrder) {
            page.editing().delete(list, gone);
        } else {
            page.editing().replace(list, NewNode.texts(wanted, flow));
        }
    }

    private void link(String title, @Nullable String url) {
        Definition definition = stating("links");
        SourceNode links = definition.own("links").map(SourceNode.Entry::value).orElse(null);
        if (url == null) {
            if (links instanceof SourceNode.Mapping all
                    && all.entries().size() == 1
                    && Source.entry(all, title).isPresent()) {
                definition.say("links", null, NativePages.OF_SERVICE);
            } else if (links instanceof SourceNode.Mapping all) {
                definition.page().editing().delete(all, title);
            }
        } else if (links == null) {
            NewNode added = new NewNode.Mapping(List.of(new NewNode.Member(title, new NewNode.Text(url))), true);
            definition.say("links", added, NativePages.OF_SERVICE);
        } else {
            definition.page().editing().put(links, title, new NewNode.Text(url), List.of());
        }
    }

    private void health(TopologyEdit.SetHealthCheck edit) {
        if (edit.old() == null) {
            if (edit.url() != null) {
                addCheck(stating("health"), edit.url());
            }
            return;
        }
        for (Definition definition : definitions) {
            SourceNode health =
                    definition.own("health").map(SourceNode.Entry::value).orElse(null);
            if (health instanceof SourceNode.Mapping check && isAt(definition.page(), check, edit.old())) {
                if (edit.url() == null) {
                    definition.say("health", null, NativePages.OF_SERVICE);
                } else {
                    move(definition.page(), check, edit.url());
                }
                return;
            }
            if (health instanceof SourceNode.Sequence list && change(definition, list, edit)) {
                return;
            }
        }
        throw new Unmeant("check-elsewhere", edit.old());
    }

    private boolean change(Definition definition, SourceNode.Sequence list, TopologyEdit.SetHealthCheck edit) {
        for (int at = 0; at < list.items().size(); at++) {
            if (list.items().get(at) instanceof SourceNode.Mapping check
                    && isAt(definition.page(), check, String.valueOf(edit.old()))) {
                if (edit.url() != null) {
                    move(definition.page(), check, edit.url());
                } else if (list.items().size() == 1) {
                    definition.say("health", null, NativePages.OF_SERVICE);
                } else {
                    definition.page().editing().delete(list, Set.of(at));
                }
                return true;
            }
        }
        return false;
    }

    private static void addCheck(Definition definition, String url) {
        NewNode check = new NewNode.Mapping(List.of(new NewNode.Member("url", new NewNode.Text(url))), true);
        switch (definition.own("health").map(SourceNode.Entry::value).orElse(null)) {
            case SourceNode.Sequence list
            when !list.items().isEmpty() -> definition.page().editing().append(list, List.of(check));
            case SourceNode.Mapping one
            when !one.entries().isEmpty() ->
                definition
                        .page()
                        .editing()
                        .replace(one, new NewNode.Sequence(List.of(new NewNode.Copy(one), check), one.flow()));
            case null, default -> definition.say("health", check, NativePages.OF_SERVICE);
        }
    }

    private static boolean isAt(Page page, SourceNode.Mapping check, String url) {
        return Source.entry(check, "url")
                .flatMap(entry -> page.scalar(entry.value()))
                .filter(text -> text.value().equals(url))
                .isPresent();
    }

    private static void move(Page page, SourceNode.Mapping check, String url) {
        page.editing().put(check, "url", new NewNode.Text(url), List.of());
    }
}
