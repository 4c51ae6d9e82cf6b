package dev.orrery.diagram;

import dev.orrery.layout.Box;
import dev.orrery.text.Messages;
import org.jspecify.annotations.Nullable;

/// What a what-if or a comparison says of one part of the picture.
///
/// @param sign null where there is nothing to say but how much is to be seen of the part
/// @param detail more for people, as in `from Core`; empty for none
/// @param opacity how much is to be seen of the part, above 0 and at most 1
public record Mark(@Nullable Sign sign, String detail, double opacity) {
    public Mark {
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity);
        }
    }

    public static Mark of(Sign sign) {
        return new Mark(sign, "", 1);
    }

    /// Height of the flag at the top edge of a card, and by how much it rises above it.
    public static final double FLAG_HEIGHT = 16;

    public static final double FLAG_ABOVE = 9;
    /// Baseline of the words below the top of the flag, and how large the sign before them is.
    public static final double FLAG_BASELINE = 11.8;

    public static final double FLAG_SIGN = 9;

    /// Width and height of the badge that has the sign alone, where words are too small to read.
    public static final double BADGE = 24;

    /// How large the sign on it is.
    public static final double BADGE_SIGN = 15;

    private static final double FLAG_RIGHT = 8;
    private static final double FLAG_INSET = 6;
    private static final double FLAG_GAP = 4;

    /// The flag on a card: a pill with the sign and its word, across the top edge at the right; null without a sign.
    public static @Nullable Box flag(@Nullable Mark mark, Box card) {
        if (mark == null || mark.sign == null) {
            return null;
        }
        double width = Math.ceil(2 * FLAG_INSET + FLAG_SIGN + FLAG_GAP + Print.SMALL.width(mark.sign.words()));
        return new Box(card.right() - FLAG_RIGHT - width, card.y() - FLAG_ABOVE, width, FLAG_HEIGHT);
    }

    /// The badge on a card, round its top right corner; null without a sign.
    public static @Nullable Box badge(@Nullable Mark mark, Box card) {
        return mark == null || mark.sign == null
                ? null
                : new Box(card.right() - BADGE * 0.75, card.y() - BADGE * 0.4, BADGE, BADGE);
    }

    /// Left edge of the sign on a flag.
    public static double signX(Box flag) {
        return flag.x() + FLAG_INSET;
    }

    /// Left edge of the words on a flag.
    public static double wordsX(Box flag) {
        return flag.x() + FLAG_INSET + FLAG_SIGN + FLAG_GAP;
    }

    /// In words, as in `moved, from Core`; empty without a sign.
    public String words() {
        if (sign == null) {
            return "";
        }
        return detail.isEmpty() ? sign.words() : Messages.of("mark.words", sign.words(), detail);
    }

    /// How much is to be seen of a part that has this mark, if any.
    static double shown(@Nullable Mark mark) {
        return mark == null ? 1 : mark.opacity;
    }
}
