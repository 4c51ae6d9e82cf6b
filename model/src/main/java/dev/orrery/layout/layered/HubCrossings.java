package dev.orrery.layout.layered;

import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Cancellation;

/// Whether a picture with its hubs folded has at most half the crossings.
///
/// Both graphs are put into layers and ordered with a few sweeps, without placing a box, and their crossings are
/// counted. Boundaries are left aside: lines to a hub cross others wherever it lies.
public final class HubCrossings {
    /// Of lines that are drawn. Where there are more, a hub has so many that nobody could follow one of them.
    private static final int MOST_COUNTED = 2_000;

    /// Fewer crossings can be followed by anybody, however many of them hubs cause.
    private static final int FEW = 5;

    private static final Effort SWEEPS = new Effort(1, 8, 1, 1 << 20, 3_000_000, 0, 0);

    private HubCrossings() {}

    /// @param folded the same without the lines to its hubs
    /// @throws java.util.concurrent.CancellationException soon after `cancellation` says so
    public static boolean areHalved(VisibleGraph drawn, VisibleGraph folded, Cancellation cancellation) {
        if (drawn.needed().edges().size() > MOST_COUNTED) {
            return true;
        }
        long all = of(drawn.needed(), cancellation);
        return all >= FEW && 2 * of(folded.needed(), cancellation) <= all;
    }

    static long of(VisibleGraph graph, Cancellation cancellation) {
        long sum = 0;
        for (Component component : Component.of(graph)) {
            if (component.nodes().size() > 1) {
                sum += of(component.graph(), cancellation);
            }
        }
        return sum;
    }

    private static long of(Digraph graph, Cancellation cancellation) {
        Acyclic acyclic = Acyclic.of(graph.nodes(), graph.from(), graph.to());
        int[] layers = NetworkSimplex.layers(acyclic.graph(), graph.nodes());
        Levels levels = new Levels(acyclic.graph(), layers);
        return new Crossings(new CrossingReduction(levels, SWEEPS, cancellation).best()).all();
    }
}
