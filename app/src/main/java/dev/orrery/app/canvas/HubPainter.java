package dev.orrery.app.canvas;

import dev.orrery.app.raster.Outline;
import dev.orrery.app.raster.SvgPath;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.HubBadge;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;

/// Paints what folded hubs leave on a card, as [HubsNode] would show it.
record HubPainter(Easel easel) {
    private static final double ICON_LINE = 1.1;

    /// @param front the card without what shows behind it
    void mark(HubMark mark, Box place, Box front, double dim) {
        if (mark.isNone()) {
            return;
        }
        Detail detail = easel.detail();
        double small = detail.badges() * dim;
        if (small > 0) {
            row(mark, place, small);
        }
        mark.unwell().ifPresent(health -> {
            int ink = ink(Colour.of(health), detail.plain() ? dim : (1 - detail.badges()) * dim);
            if (detail.plain()) {
                double width = CardNode.PLAIN_BAR_WIDTH;
                easel.round(new Box(front.right() - width, front.y(), width, front.height()), 1.5, ink);
            } else if (detail.badges() < 1) {
                double size = Measures.SHAPE_SIZE * CardNode.glyphSize(detail);
                double x = front.right() - HubsNode.CORNER - size;
                double y = front.bottom() - HubsNode.CORNER - size;
                fill(HealthShape.path(health), x, y, size, ink);
            }
        });
    }

    private void row(HubMark mark, Box place, double small) {
        double top = place.y() + HubMark.top(place.height());
        double line = top + HubBadge.BASELINE;
        if (!mark.neededBy().isEmpty()) {
            easel.small(mark.neededBy(), place.x() + Measures.CARD_INSET, line, ink(Colour.SECOND_TEXT, small));
        }
        for (HubBadge badge : mark.badges()) {
            int health = ink(Colour.of(badge.health()), small);
            fill(HealthShape.path(badge.health()), place.x() + badge.x(), top, HubBadge.SHAPE_SIZE, health);
            if (badge.kind() != null) {
                double scale = HubBadge.ICON_SIZE / KindShape.SIZE * easel.zoom();
                Outline icon = SvgPath.outline(KindShape.path(badge.kind()));
                easel.raster()
                        .stroke(
                                icon,
                                scale,
                                easel.x(place.x() + badge.iconX()),
                                easel.y(top - 0.5),
                                ICON_LINE * scale,
                                badge.isUnwell() ? health : ink(Colour.SECOND_TEXT, small));
            }
            easel.small(badge.label(), place.x() + badge.labelX(), line, ink(badge.colour(), small));
        }
    }

    private void fill(String path, double left, double top, double size, int argb) {
        easel.raster().fill(SvgPath.outline(path), size * easel.zoom(), easel.x(left), easel.y(top), argb);
    }

    private int ink(Colour colour, double opacity) {
        return Inks.faded(easel.inks().of(colour), opacity);
    }
}
