package dev.orrery.importer.mermaid;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds the diagrams of a text.
final class Diagrams {
    private static final int LONGEST_FRONT = 20_000;
    static final int MOST = 500;

    private Diagrams() {}

    /// The diagram that a text is; none where it is none.
    static List<Diagram> whole(SourceText text) {
        String content = text.content();
        int start = content.startsWith("\uFEFF") ? 1 : 0;
        return Heading.of(content, start, content.length())
                .map(heading -> List.of(diagram(text, text.places(), heading, content.length(), 1)))
                .orElseGet(List::of);
    }

    /// The diagram that a text is, or those in its fenced blocks, as in Markdown.
    static List<Diagram> inside(SourceText text) {
        List<Diagram> whole = whole(text);
        if (!whole.isEmpty()) {
            return whole;
        }
        List<Diagram> diagrams = new ArrayList<>();
        IntFunction<SourceLocation> places = text.places();
        for (Fences.Block block : Fences.of(text.content(), MOST)) {
            Heading.of(text.content(), block.start(), block.end())
                    .map(heading -> diagram(text, places, heading, block.end(), diagrams.size() + 1))
                    .ifPresent(diagrams::add);
        }
        return diagrams;
    }

    private static Diagram diagram(
            SourceText text, IntFunction<SourceLocation> places, Heading heading, int end, int number) {
        String title = title(text, heading);
        String scope = title != null ? title : number == 1 ? text.file() : text.file() + "#" + number;
        return new Diagram(text.content(), places, heading.start(), heading.body(), end, heading.kind(), title, scope);
    }

    /// Front matter is YAML, of which only the title matters here.
    private static @Nullable String title(SourceText text, Heading heading) {
        int length = heading.frontEnd() - heading.frontStart();
        if (length == 0 || length > LONGEST_FRONT) {
            return null;
        }
        String yaml = text.content().substring(heading.frontStart(), heading.frontEnd());
        SourceTree tree = SourceTreeReader.read(new SourceText(text.file(), yaml));
        return tree.documents().stream()
                .flatMap(document -> Resolver.resolve(tree, document, _ -> {}).stream())
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .flatMap(front -> front.get("title").stream())
                .filter(Value.Scalar.class::isInstance)
                .map(value -> ((Value.Scalar) value).text().strip())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
