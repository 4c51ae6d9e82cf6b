package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.List;

/// How a line is drawn: the outline of a card or an edge.
///
/// @param width in pixels at scale 1
/// @param dashes lengths of dash and gap; empty for a solid line
public record LineStyle(Colour colour, double width, List<Double> dashes) {
    private static final List<Double> SOLID = List.of();
    private static final List<Double> DASHED = List.of(5.0, 4.0);
    private static final List<Double> DOTTED = List.of(1.5, 3.0);
    private static final List<Double> SPARSE = List.of(1.5, 6.0);

    private static final double THIN = 1;
    private static final double EDGE = 1.3;
    private static final double STRONG = 2;

    public LineStyle {
        dashes = List.copyOf(dashes);
    }

    public static LineStyle of(Diagram.Edge edge) {
        Sign sign = edge.mark() == null ? null : edge.mark().sign();
        if (sign != null && edge.emphasis() != Emphasis.IMPACT) {
            return sign.line(STRONG);
        }
        Colour colour = switch (edge.emphasis()) {
            case IMPACT, SELECTED -> Colour.ACCENT;
            case NORMAL, DIMMED -> edge.certainty() == Certainty.OBSERVED ? Colour.ACCENT : Colour.EDGE;
        };
        // A rolled-up edge is wider, but a thousand dependencies are not a thousand times as wide.
        double width = edge.count() == 1 ? EDGE : Math.min(3, EDGE + 0.3 * Math.log(edge.count()) / Math.log(2));
        boolean strong = edge.failing() || edge.emphasis() == Emphasis.IMPACT;
        return new LineStyle(
                edge.failing() ? Colour.DOWN : colour, strong ? Math.max(STRONG, width) : width, dashes(edge));
    }

    public static LineStyle of(Diagram.Card card) {
        Sign sign = card.mark() == null ? null : card.mark().sign();
        if (sign != null) {
            LineStyle said = sign.line(STRONG);
            return card.emphasis() == Emphasis.SELECTED ? new LineStyle(Colour.ACCENT, STRONG, said.dashes) : said;
        }
        boolean external = card instanceof Diagram.ServiceCard service && service.kind() == ServiceKind.EXTERNAL;
        Health health = card.health().health();
        boolean unsure = !card.health().asked() || health == Health.UNKNOWN;
        List<Double> dashes = unsure || external ? DASHED : SOLID;
        return switch (card.emphasis()) {
            case SELECTED -> new LineStyle(Colour.ACCENT, STRONG, dashes);
            case IMPACT -> new LineStyle(health == Health.DOWN ? Colour.DOWN : Colour.ACCENT, 1.5, dashes);
            case NORMAL, DIMMED ->
                switch (health) {
                    case DOWN -> new LineStyle(Colour.DOWN, STRONG, dashes);
                    case DEGRADED -> new LineStyle(Colour.DEGRADED, THIN, dashes);
                    case UP, PENDING, UNKNOWN ->
                        new LineStyle(quiet(card, dashes.isEmpty() ? Colour.LINE : Colour.EDGE), THIN, dashes);
                };
        };
    }

    /// Where health does not ask for the outline, a lens may.
    private static Colour quiet(Diagram.Card card, Colour colour) {
        Tint tint = card.tint();
        return tint == null || tint.hollow() ? colour : tint.colour();
    }

    public static LineStyle of(Diagram.Frame frame) {
        Sign sign = frame.mark() == null ? null : frame.mark().sign();
        if (sign != null && frame.emphasis() != Emphasis.SELECTED) {
            return sign.line(1.5);
        }
        List<Double> dashes = frame.community() ? DASHED : SOLID;
        return frame.emphasis() == Emphasis.SELECTED
                ? new LineStyle(Colour.ACCENT, STRONG, dashes)
                : new LineStyle(frame.community() ? Colour.EDGE : Colour.BOUNDARY_LINE, THIN, dashes);
    }

    /// The card that shows behind a collapsed boundary.
    public static LineStyle behind(Diagram.BoundaryCard card) {
        return card.community()
                ? new LineStyle(Colour.EDGE, THIN, DASHED)
                : new LineStyle(Colour.BOUNDARY_LINE, THIN, SOLID);
    }

    /// A line of this certainty, for a legend.
    public static LineStyle of(Certainty certainty) {
        return new LineStyle(
                certainty == Certainty.OBSERVED ? Colour.ACCENT : Colour.EDGE,
                EDGE,
                dashes(certainty, DependencyKind.SYNC));
    }

    private static List<Double> dashes(Diagram.Edge edge) {
        return dashes(edge.certainty(), edge.kind());
    }

    private static List<Double> dashes(Certainty certainty, DependencyKind kind) {
        return switch (certainty) {
            case INFERRED -> DOTTED;
            case ALLOWED -> SPARSE;
            case DECLARED, OBSERVED -> kind == DependencyKind.ASYNC ? DASHED : SOLID;
        };
    }
}
