package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.LabelPlacement;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the marks of lines lie: on their line, over no box, no title and no count. One for which no place is free
/// is left out of the picture; the list of findings has it.
final class LineMarks {
    /// As in [FreePlaces]: health and time change nothing here, so the last places are kept while what they were found
    /// for is.
    private static volatile @Nullable Kept last;

    private record Kept(WeakReference<Layout> layout, Map<EdgeId, Size> sizes, Map<EdgeId, Point> found) {}

    private LineMarks() {}

    static Map<EdgeId, Point> places(Diagram diagram, Layout layout, Map<EdgeId, FindingMark> marks) {
        SortedMap<EdgeId, Size> sizes = new TreeMap<>();
        marks.forEach((line, mark) -> {
            if (layout.routes().containsKey(line)) {
                sizes.put(line, new Size(mark.width(), FindingMark.HEIGHT));
            }
        });
        if (sizes.isEmpty()) {
            return Map.of();
        }
        Kept kept = last;
        if (kept != null && layout.equals(kept.layout.get()) && sizes.equals(kept.sizes)) {
            return kept.found;
        }
        SortedMap<String, Size> titles = new TreeMap<>();
        layout.frames().forEach((id, frame) -> titles.put(id, new Size(frame.width(), Measures.TITLE_BAND)));
        List<Box> counts = new ArrayList<>();
        for (Edge edge : diagram.edges()) {
            if (edge.label() != null && edge.labelAt() != null) {
                counts.add(Measures.label(edge.label(), edge.labelAt()));
            }
        }
        Map<EdgeId, Point> found = Map.copyOf(LabelPlacement.place(layout, titles, sizes, counts));
        last = new Kept(new WeakReference<>(layout), sizes, found);
        return found;
    }
}
