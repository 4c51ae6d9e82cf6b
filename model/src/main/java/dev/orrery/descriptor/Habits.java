package dev.orrery.descriptor;

/// How a text is laid out, so that what is new looks like what is there.
///
/// @param step by which a nested mapping is indented
/// @param dashes by which the dashes of a list are indented below its key
/// @param flowLists how many lists of scalars are in brackets
/// @param blockLists how many are not
record Habits(int step, int dashes, int flowLists, int blockLists) {
    private static final int STEPS = 9;

    static Habits of(SourceTree tree, LineText lines) {
        Counting counting = new Counting(lines);
        for (SourceDocument document : tree.documents()) {
            if (document.root() != null) {
                counting.visit(document.root());
            }
        }
        int step = most(counting.steps, 1, 2);
        return new Habits(step, most(counting.dashes, 0, step), counting.flowLists, counting.blockLists);
    }

    boolean prefersFlow(boolean otherwise) {
        return flowLists == blockLists ? otherwise : flowLists > blockLists;
    }

    private static int most(int[] counts, int least, int otherwise) {
        int most = otherwise;
        for (int at = least; at < counts.length; at++) {
            if (counts[at] > counts[most]) {
                most = at;
            }
        }
        return most;
    }

    private static final class Counting {
        private final LineText lines;
        private final int[] steps = new int[STEPS];
        private final int[] dashes = new int[STEPS];
        private int flowLists;
        private int blockLists;

        Counting(LineText lines) {
            this.lines = lines;
        }

        void visit(SourceNode node) {
            switch (node) {
                case SourceNode.Mapping mapping ->
                    mapping.entries().forEach(entry -> {
                        if (!mapping.flow()) {
                            count(entry);
                        }
                        visit(entry.value());
                    });
                case SourceNode.Sequence sequence -> {
                    boolean isPlain = sequence.items().stream().allMatch(item -> item instanceof SourceNode.Scalar);
                    if (isPlain && !sequence.items().isEmpty()) {
                        flowLists += sequence.flow() ? 1 : 0;
                        blockLists += sequence.flow() ? 0 : 1;
                    }
                    sequence.items().forEach(this::visit);
                }
                case SourceNode.Scalar _, SourceNode.Alias _ -> {}
            }
        }

        private void count(SourceNode.Entry entry) {
            int outer = lines.column(entry.key().start());
            switch (entry.value()) {
                case SourceNode.Mapping inner
                when !inner.flow() && !inner.entries().isEmpty() ->
                    add(steps, lines.column(inner.entries().getFirst().key().start()) - outer);
                case SourceNode.Sequence inner
                when !inner.flow() && inner.anchor() == null && inner.tag() == null ->
                    add(dashes, lines.column(inner.start()) - outer);
                case SourceNode.Mapping _, SourceNode.Sequence _, SourceNode.Scalar _, SourceNode.Alias _ -> {}
            }
        }

        private static void add(int[] counts, int column) {
            if (0 <= column && column < counts.length) {
                counts[column]++;
            }
        }
    }
}
