package dev.orrery.importer.dot;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// Graphviz's DOT: `digraph name { a -> b }`.
public final class DotImporter implements TopologyImporter {
    private static final Pattern BEGINNING = Pattern.compile(
            "\\A\\uFEFF?(?:\\s|//[^\\n]*\\n|#[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+(?i:strict\\s+)?(?i:di)?(?i:graph)\\b\\s*+"
                    + "(?:\"[^\"\\n]{0,200}\"|[\\w.]{0,200})\\s*+\\{");

    @Override
    public String format() {
        return "dot";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Plain plain
                && BEGINNING.matcher(plain.text().content()).lookingAt();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        return documents.stream()
                .map(document -> new DotGraph(document.text(), places(document.text()), report).read())
                .toList();
    }

    /// Places of offsets, without counting lines from the start each time.
    private static IntFunction<SourceLocation> places(SourceText text) {
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        lines.put(0, 1);
        int line = 1;
        for (int at = text.content().indexOf('\n'); at >= 0; at = text.content().indexOf('\n', at + 1)) {
            line++;
            lines.put(at + 1, line);
        }
        return offset -> {
            var start = lines.floorEntry(offset);
            return new SourceLocation(text.file(), start.getValue(), offset - start.getKey() + 1);
        };
    }
}
