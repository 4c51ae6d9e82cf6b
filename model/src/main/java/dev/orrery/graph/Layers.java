package dev.orrery.graph;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which evidence counts for the picture: dependencies are shown as far as evidence of a shown certainty supports them.
///
/// @param shown what policies merely allow is shown only when asked for
public record Layers(SortedSet<Certainty> shown) {
    public static final Layers DEFAULT =
            new Layers(new TreeSet<>(EnumSet.of(Certainty.DECLARED, Certainty.INFERRED, Certainty.OBSERVED)));

    public Layers {
        shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    }

    public boolean shows(Certainty certainty) {
        return shown.contains(certainty);
    }

    public boolean shows(Dependency dependency) {
        return dependency.evidence().stream().map(Evidence::certainty).anyMatch(this::shows);
    }

    public Layers toggled(Certainty certainty) {
        SortedSet<Certainty> changed = new TreeSet<>(shown);
        if (!changed.remove(certainty)) {
            changed.add(certainty);
        }
        return new Layers(changed);
    }

    /// The same boxes with the edges that are shown; the same graph where nothing is hidden.
    public VisibleGraph of(VisibleGraph graph) {
        if (graph.edges().stream().allMatch(edge -> edge.dependencies().stream().allMatch(this::shows))) {
            return graph;
        }
        List<VisibleGraph.Edge> edges = graph.edges().stream()
                .map(edge -> new VisibleGraph.Edge(
                        edge.id(),
                        edge.dependencies().stream().filter(this::shows).toList()))
                .filter(edge -> !edge.dependencies().isEmpty())
                .toList();
        return new VisibleGraph(graph.nodes(), graph.boundaries(), edges);
    }

    /// The certainty of the evidence that is shown, surest first; empty where all of it is hidden.
    public Set<Certainty> certainties(List<Dependency> dependencies) {
        SortedSet<Certainty> found = new TreeSet<>();
        for (Dependency dependency : dependencies) {
            dependency.evidence().forEach(piece -> found.add(piece.certainty()));
        }
        found.retainAll(shown);
        return Collections.unmodifiableSortedSet(found);
    }
}
