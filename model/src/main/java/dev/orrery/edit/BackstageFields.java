package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tags and links of an entity.
final class BackstageFields {
    private static final List<String> OF_METADATA =
            List.of("namespace", "name", "title", "description", "annotations", "labels", "tags", "links");

    private BackstageFields() {}

    /// The lifecycle and an odd type are tags too, which are said elsewhere and stay.
    static void tags(Page page, List<String> wanted) {
        SourceNode.Mapping metadata = BackstageHome.own(page, "metadata");
        SourceNode old =
                Source.entry(metadata, "tags").map(SourceNode.Entry::value).orElse(null);
        Set<String> said = new TreeSet<>();
        page.section("spec").ifPresent(spec -> {
            BackstageHome.text(spec, page, "lifecycle").ifPresent(said::add);
            BackstageHome.text(spec, page, "type").ifPresent(said::add);
        });
        List<String> own = wanted.stream().filter(tag -> !said.contains(tag)).toList();
        if (own.isEmpty()) {
            page.editing().delete(metadata, "tags");
        } else if (old instanceof SourceNode.Sequence list && !list.items().isEmpty()) {
            change(page, list, own);
        } else {
            page.editing()
                    .put(metadata, "tags", NewNode.texts(own, page.editing().prefersFlow(false)), OF_METADATA);
        }
    }

    private static void change(Page page, SourceNode.Sequence list, List<String> wanted) {
        List<String> left = new ArrayList<>(wanted);
        Set<Integer> gone = new TreeSet<>();
        for (int at = 0; at < list.items().size(); at++) {
            String tag = page.scalar(list.items().get(at))
                    .map(SourceNode.Scalar::value)
                    .orElse("");
            if (!left.remove(tag)) {
                gone.add(at);
            }
        }
        if (gone.isEmpty()) {
            page.editing()
                    .append(list, left.stream().<NewNode>map(NewNode.Text::new).toList());
        } else if (left.isEmpty()) {
            page.editing().delete(list, gone);
        } else {
            page.editing().replace(list, NewNode.texts(wanted, list.flow()));
        }
    }

    static void link(Page page, String title, @Nullable String url) {
        SourceNode.Mapping metadata = BackstageHome.own(page, "metadata");
        SourceNode old =
                Source.entry(metadata, "links").map(SourceNode.Entry::value).orElse(null);
        if (old instanceof SourceNode.Sequence list) {
            for (int at = 0; at < list.items().size(); at++) {
                if (list.items().get(at) instanceof SourceNode.Mapping link
                        && BackstageHome.text(link, page, "title")
                                .filter(title::equals)
                                .isPresent()) {
                    if (url != null) {
                        page.editing().put(link, "url", new NewNode.Text(url), List.of());
                    } else if (list.items().size() == 1) {
                        page.editing().delete(metadata, "links");
                    } else {
                        page.editing().delete(list, Set.of(at));
                    }
                    return;
                }
            }
        }
        if (url == null) {
            throw new Unmeant("no-home", title);
        }
        NewNode link = new NewNode.Mapping(
                List.of(
                        new NewNode.Member("url", new NewNode.Text(url)),
                        new NewNode.Member("title", new NewNode.Text(title))),
                metadata.flow());
        if (old == null) {
            page.editing().put(metadata, "links", new NewNode.Sequence(List.of(link), metadata.flow()), OF_METADATA);
        } else {
            page.editing().add(old, link, false);
        }
    }
}
