package dev.orrery.diagram;

import dev.orrery.health.Health;
import java.util.Locale;

/// The shape of each state, so that health can be told without colour. Every shape is one outline to be *filled* (by
/// the non-zero rule; holes run the other way round), in a box from (0, 0) to (1, 1).
public final class HealthShape {
    private static final String UP = "M0 .5A.5 .5 0 0 1 1 .5A.5 .5 0 0 1 0 .5Z";
    private static final String DEGRADED =
            "M.5 .04Q.56 .04 .6 .11L.98 .82Q1.03 .94 .9 .96L.1 .96Q-.03 .94 .02 .82L.4 " + ".11Q.44 .04 .5 .04Z";
    private static final String DOWN = octagonWithCross();
    private static final String PENDING =
            "M0 .5A.5 .5 0 0 1 1 .5A.5 .5 0 0 1 0 .5ZM.13 .5A.37 .37 0 0 0 .87 .5A.37 .37 0 0 0 .13 .5Z";
    private static final String UNKNOWN = dashedRing(8, 0.58, 0.37);

    private HealthShape() {}

    /// SVG path data.
    public static String path(Health health) {
        return switch (health) {
            case UP -> UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> DOWN;
            case UNKNOWN -> UNKNOWN;
            case PENDING -> PENDING;
        };
    }

    private static String octagonWithCross() {
        double corner = 0.5 - Math.sqrt(0.5) * 0.5 + 0.14645;
        String outline =
                "M%1$s 0H%2$sL1 %1$sV%2$sL%2$s 1H%1$sL0 %2$sV%1$sZ".formatted(number(corner), number(1 - corner));
        // Counter-clockwise around the cross, so that it is cut out.
        double near = 0.27;
        double thick = 0.105;
        double far = 1 - near;
        double inner = thick;
        return outline
                + "M%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sL%s %sZ"
                        .formatted(
                                number(near), number(near + inner),
                                number(0.5 - inner), number(0.5),
                                number(near), number(far - inner),
                                number(near + inner), number(far),
                                number(0.5), number(0.5 + inner),
                                number(far - inner), number(far),
                                number(far), number(far - inner),
                                number(0.5 + inner), number(0.5),
                                number(far), number(near + inner),
                                number(far - inner), number(near),
                                number(0.5), number(0.5 - inner),
                                number(near + inner), number(near));
    }

    private static String dashedRing(int dashes, double share, double inner) {
        StringBuilder path = new StringBuilder();
        for (int dash = 0; dash < dashes; dash++) {
            double from = 2 * Math.PI * (dash - share / 2) / dashes;
            double to = 2 * Math.PI * (dash + share / 2) / dashes;
            path.append('M').append(at(from, 0.5));
            path.append("A.5 .5 0 0 1 ").append(at(to, 0.5));
            path.append('L').append(at(to, inner));
            path.append('A').append(number(inner)).append(' ').append(number(inner));
            path.append(" 0 0 0 ").append(at(from, inner)).append('Z');
        }
        return path.toString();
    }

    private static String at(double angle, double radius) {
        return number(0.5 + radius * Math.cos(angle)) + " " + number(0.5 + radius * Math.sin(angle));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }
}
