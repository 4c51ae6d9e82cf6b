package dev.orrery.importer.mermaid;

import dev.orrery.topology.SourceLocation;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One diagram inside a text.
///
/// @param text the whole text that it stands in
/// @param places of offsets in that text
/// @param start offset of the word that tells its kind
/// @param body offset behind the first line's words
/// @param end offset behind the diagram
/// @param kind the word that tells what sort of diagram it is, as in `flowchart`
/// @param title from its front matter
/// @param scope what tells it from other diagrams, for people: its title, or its file
record Diagram(
        String text,
        IntFunction<SourceLocation> places,
        int start,
        int body,
        int end,
        String kind,
        @Nullable String title,
        String scope) {

    boolean isFlowchart() {
        return Heading.FLOWCHARTS.contains(kind);
    }

    SourceLocation place(int offset) {
        return places.apply(offset);
    }
}
