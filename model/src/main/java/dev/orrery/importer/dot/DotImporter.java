package dev.orrery.importer.dot;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
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
                .map(document -> new DotGraph(document.text(), document.text().places(), report).read())
                .toList();
    }
}
