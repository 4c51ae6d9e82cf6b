package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sign of a note on the picture: a small sheet with a folded corner on the upper edge of what it is pinned to, and
/// its first words beside it where they cover nothing.
///
/// @param text all of it
/// @param mark where the sheet lies
/// @param words the first of them, cut to fit; empty where there is no room
/// @param wordsAt around the words; null where there are none
public record NoteMark(
        NodeId on,
        String text,
        Box mark,
        String words,
        @Nullable Box wordsAt,
        Emphasis emphasis) {
    /// Width and height of the sheet.
    public static final double SIZE = 13;

    /// The sheet as SVG path data in a box of that size, to be filled and stroked.
    public static final String SHEET = "M1 .5H8.5L12.5 4.5V12.5H1Z";

    /// Its folded corner and its lines, to be stroked.
    public static final String LINES = "M8.5 .5V4.5H12.5M3.5 7H9.5M3.5 9.8H7.5";

    /// From the top of the words to their baseline.
    public static final double BASELINE = 10.5;

    /// From an end of what it is pinned to.
    private static final double FROM_END = 10;
    private static final double WORDS_HEIGHT = 14;
    private static final double GAP = 4;

    /// Where the sheet may lie on the upper edge of what it is pinned to, the best place first.
    static List<Box> marks(Box on) {
        double y = on.y() - SIZE / 2;
        return List.of(
                new Box(on.right() - FROM_END - SIZE, y, SIZE, SIZE),
                new Box(on.right() - FROM_END - 3 * SIZE, y, SIZE, SIZE),
                new Box(on.x() + FROM_END, y, SIZE, SIZE),
                new Box(on.x() + FROM_END + 2 * SIZE, y, SIZE, SIZE));
    }

    /// Where words of this width are looked for, the best place first: above what it is pinned to, beside the sheet or
    /// at
    /// the left, and below.
    static List<Box> places(Box on, Box mark, double width) {
        double above = on.y() - WORDS_HEIGHT - 2;
        double below = on.bottom() + 2;
        return List.of(
                new Box(mark.x() - GAP - width, above, width, WORDS_HEIGHT),
                new Box(mark.right() + GAP, above, width, WORDS_HEIGHT),
                new Box(on.x() + GAP, below, width, WORDS_HEIGHT),
                new Box(on.right() - GAP - width, below, width, WORDS_HEIGHT));
    }

    /// How wide words may be.
    static double room(Box on) {
        return on.width() - FROM_END - SIZE - 2 * GAP;
    }
}
