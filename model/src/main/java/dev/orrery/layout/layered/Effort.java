package dev.orrery.layout.layered;

/// How much is done to lower the crossings of a graph, in counts of work.
///
/// @param starts beginnings that are swept and polished
/// @param sweeps over all rows, from each beginning
/// @param polishes rounds of putting edges and nodes elsewhere
/// @param window how many places to either side a dummy may go in one move
/// @param work slots that one pass over the long edges looks at
/// @param shakes rounds of the search that follows
/// @param straightRounds rounds that lower the crossings of straight lines
record Effort(int starts, int sweeps, int polishes, int window, long work, int shakes, int straightRounds) {
    /// Items and pieces of edges, from which on one start has to do.
    private static final int LARGE = 4_000;
    /// From here on rows are only swept.
    private static final int HUGE = 200_000;

    private static final int ALL = 1 << 20;
    private static final int WINDOW = 150;
    private static final long WORK = 30_000_000;
    private static final long SHAKEN_ITEMS = 20_000;
    /// Pairs of edges that all rounds for straight lines look at, roughly.
    private static final long PAIRS = 6_000_000;

    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 200;

    static Effort of(Levels levels) {
        long edges = levels.graph.edges();
        int size = levels.items() + levels.segments();
        if (size > HUGE) {
            return new Effort(1, 4, 0, 0, 0, 0, 0);
        }
        int straight = Math.clamp(PAIRS / (edges * edges + 1), LEAST_ROUNDS, MOST_ROUNDS);
        return size > LARGE
                ? new Effort(1, 8, 2, WINDOW, WORK, 0, straight)
                : new Effort(2, 8, 3, ALL, WORK, (int) Math.min(MOST_ROUNDS, SHAKEN_ITEMS / (size + 1)), straight);
    }

    /// Where straight lines are looked at later, over all levels of a picture.
    Effort withoutStraightRounds() {
        return new Effort(starts, sweeps, polishes, window, work, shakes, 0);
    }
}
