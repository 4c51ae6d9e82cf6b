package dev.orrery.session;

import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.ShortestPaths;
import dev.orrery.inspection.Finding;
import java.util.HashSet;
import java.util.List;

/// What somebody asks of the picture for a while. It changes nothing on it, and goes with Escape.
public sealed interface Inquiry {
    Inquiry NONE = new None();

    record None() implements Inquiry {}

    /// The neighbourhood of one thing.
    ///
    /// @param hops how many steps away, from 1
    record Focus(NodeId node, int hops) implements Inquiry {}

    /// A path from here; the other end is still to be chosen.
    record PathFrom(NodeId from) implements Inquiry {}

    /// The shortest paths between two things, along dependencies.
    ///
    /// @param from the end that was chosen first
    /// @param to the end that was chosen second
    /// @param paths from the one to the other
    /// @param back whether they lead from the second to the first, because none leads the other way
    /// @param at which of them is lit
    record Path(NodeId from, NodeId to, ShortestPaths paths, boolean back, int at) implements Inquiry {
        /// The services along the path that is lit; none where there is no path.
        public List<String> way() {
            return paths.isNone() ? List.of() : paths.ways().get(at);
        }
    }

    /// What an inspection found: who and what it is about.
    record OfFinding(Finding finding) implements Inquiry {
        /// The services and dependencies that it is about.
        Spotlight spotlight() {
            return new Spotlight.Part(new HashSet<>(finding.subjects()), new HashSet<>(finding.along()));
        }
    }
}
