package dev.orrery.app.source;

import dev.orrery.graph.NodeId;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which lines of a text describe which service or boundary.
///
/// @param starts by line, counted from 0
record Stated(List<String> lines, TreeMap<Integer, Start> starts) {
    /// @param column counted from 1
    record Start(NodeId node, int column) {}

    /// Lines, counted from 0, the last one included.
    record Lines(int first, int last) {}

    static Stated of(Topology topology, String file, String shown) {
        TreeMap<Integer, Start> starts = new TreeMap<>();
        for (Service service : topology.services()) {
            for (SourceLocation source : service.sources()) {
                if (source.file().equals(file)) {
                    starts.putIfAbsent(source.line() - 1, new Start(NodeId.service(service.id()), source.column()));
                }
            }
        }
        topology.boundaries().stream()
                .filter(boundary -> boundary.source().file().equals(file))
                .forEach(boundary -> starts.putIfAbsent(
                        boundary.source().line() - 1,
                        new Start(
                                NodeId.boundary(boundary.id()),
                                boundary.source().column())));
        return new Stated(List.of(shown.split("\n", -1)), starts);
    }

    /// What is described at a line.
    Optional<NodeId> at(int line) {
        Map.Entry<Integer, Start> start = starts.floorEntry(line);
        return start == null || line > last(start.getKey())
                ? Optional.empty()
                : Optional.of(start.getValue().node());
    }

    /// Where something is described first.
    Optional<Lines> of(@Nullable NodeId node) {
        return starts.entrySet().stream()
                .filter(start -> start.getValue().node().equals(node))
                .map(start -> new Lines(start.getKey(), last(start.getKey())))
                .findFirst();
    }

    /// A description ends before the next line that is no deeper; one that begins at the margin, as a document of its
    /// own does, before the next one or the end of its document.
    private int last(int first) {
        Start start = starts.get(first);
        if (start == null || first >= lines.size()) {
            return first;
        }
        int indent = start.column() - 1;
        int last = first;
        for (int at = first + 1; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean ends = indent == 0
                    ? line.startsWith("---") || starts.containsKey(at)
                    : !line.isBlank() && indentOf(line) <= indent;
            if (ends) {
                break;
            }
            if (!line.isBlank()) {
                last = at;
            }
        }
        return last;
    }

    private static int indentOf(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
