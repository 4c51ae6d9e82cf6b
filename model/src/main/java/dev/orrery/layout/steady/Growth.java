package dev.orrery.layout.steady;

import dev.orrery.layout.Box;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How an opened boundary, and those around it, would grow by something new, and what they would push aside.
///
/// @param levels from the inside out; none on the level of the whole picture, where nothing grows
record Growth(List<Level> levels) {
    /// Pushing something is as bad as being so many pixels further away.
    private static final double PUSHED = 600;
    /// As much for every pixel by which boundaries get wider or higher.
    private static final double LARGER = 0.5;

    /// A boundary before it grows.
    ///
    /// @param content what is in it so far
    /// @param beside what lies beside it
    record Level(Box content, Size title, Box frame, List<Box> beside) {}

    static Growth of(Item around) {
        List<Level> levels = new ArrayList<>();
        for (Item at = around; at.around != null; at = at.around) {
            Optional<Box> content = places(at.inside).reduce(Frames::hull);
            if (content.isEmpty()) {
                break;
            }
            Item own = at;
            List<Box> beside = places(at.around.inside.stream()
                            .filter(item -> item != own)
                            .toList())
                    .toList();
            levels.add(new Level(content.get(), at.size, Frames.around(content.get(), at.size), beside));
        }
        return new Growth(levels);
    }

    private static Stream<Box> places(List<Item> items) {
        return items.stream().map(Item::last).filter(Objects::nonNull);
    }

    /// What lies further away than beside all others is brought beside them.
    Box near(Box wanted) {
        if (levels.isEmpty()) {
            return wanted;
        }
        Box content = levels.getFirst().content();
        double left = content.x() - Spacing.CLOSE - wanted.width();
        double above = content.y() - Spacing.CLOSE - wanted.height();
        return new Box(
                Math.clamp(wanted.x(), left, content.right() + Spacing.CLOSE),
                Math.clamp(wanted.y(), above, content.bottom() + Spacing.CLOSE),
                wanted.width(),
                wanted.height());
    }

    double harm(Box place) {
        Box more = place;
        double harm = 0;
        for (Level level : levels) {
            Box larger = Frames.around(Frames.hull(level.content(), more), level.title());
            if (level.frame().equals(larger)) {
                break;
            }
            harm += LARGER
                    * (larger.width()
                            - level.frame().width()
                            + larger.height()
                            - level.frame().height());
            Box clear = larger.grown(Spacing.CLEAR);
            for (Box box : level.beside()) {
                harm += clear.overlaps(box) ? PUSHED : 0;
            }
            more = larger;
        }
        return harm;
    }
}
