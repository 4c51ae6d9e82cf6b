package dev.orrery.diagram;

import dev.orrery.layout.Size;
import dev.orrery.topology.ServiceKind;

/// The outline of a card as SVG path data with its top left corner at (0, 0): a rounded rectangle with a hint at the
/// kind. Edges meet it where the plain rectangle would be.
public final class CardShape {
    private static final double SHOULDER = 14;
    private static final double CUT = 9;

    private CardShape() {}

    /// To be filled and stroked.
    public static String outline(ServiceKind kind, Size size) {
        return switch (kind) {
            case DATABASE -> cylinder(size);
            case QUEUE -> notched(size);
            case WEB, SERVICE, WORKER, GATEWAY, CACHE, JOB, EXTERNAL -> plain(size);
        };
    }

    /// A rounded rectangle.
    public static String plain(Size size) {
        String r = EdgePath.number(Measures.CARD_RADIUS);
        String w = EdgePath.number(size.width());
        String h = EdgePath.number(size.height());
        String right = EdgePath.number(size.width() - Measures.CARD_RADIUS);
        String low = EdgePath.number(size.height() - Measures.CARD_RADIUS);
        return "M%1$s 0H%4$sQ%2$s 0 %2$s %1$sV%5$sQ%2$s %3$s %4$s %3$sH%1$sQ0 %3$s 0 %5$sV%1$sQ0 0 %1$s 0Z"
                .formatted(r, w, h, right, low);
    }

    /// To be stroked thinly over the outline; empty for most kinds.
    public static String hint(ServiceKind kind, Size size) {
        if (kind != ServiceKind.DATABASE) {
            return "";
        }
        return "M0 6.5Q2 8.4 %1$s 8.6Q%2$s 10.2 %3$s 8.6Q%4$s 8.4 %5$s 6.5"
                .formatted(
                        EdgePath.number(SHOULDER),
                        EdgePath.number(size.width() / 2),
                        EdgePath.number(size.width() - SHOULDER),
                        EdgePath.number(size.width() - 2),
                        EdgePath.number(size.width()));
    }

    private static String cylinder(Size size) {
        return "M0 9Q0 3 %1$s 2Q%2$s -2 %3$s 2Q%4$s 3 %4$s 9V%5$sQ%4$s %6$s %3$s %7$sQ%2$s %8$s %1$s %7$sQ0 %6$s 0 %5$sZ"
                .formatted(
                        EdgePath.number(SHOULDER),
                        EdgePath.number(size.width() / 2),
                        EdgePath.number(size.width() - SHOULDER),
                        EdgePath.number(size.width()),
                        EdgePath.number(size.height() - 9),
                        EdgePath.number(size.height() - 3),
                        EdgePath.number(size.height() - 2),
                        EdgePath.number(size.height() + 2));
    }

    private static String notched(Size size) {
        return "M%1$s 0H%4$sL%2$s %6$sV%5$sL%4$s %3$sH%1$sQ0 %3$s 0 %7$sV%1$sQ0 0 %1$s 0Z"
                .formatted(
                        EdgePath.number(Measures.CARD_RADIUS),
                        EdgePath.number(size.width()),
                        EdgePath.number(size.height()),
                        EdgePath.number(size.width() - CUT),
                        EdgePath.number(size.height() - CUT),
                        EdgePath.number(CUT),
                        EdgePath.number(size.height() - Measures.CARD_RADIUS));
    }
}
