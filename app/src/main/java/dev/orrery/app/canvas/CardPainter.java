package dev.orrery.app.canvas;

import dev.orrery.app.raster.LinePath;
import dev.orrery.app.raster.Outline;
import dev.orrery.app.raster.SvgPath;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Badge;
import dev.orrery.diagram.CardShape;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.PinShape;
import dev.orrery.diagram.Tint;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Size;
import dev.orrery.text.Messages;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Paints cards as [CardNode] would show them.
record CardPainter(Easel easel) {
    private static final List<Double> HOLLOW_DASHES = List.of(2.0, 1.5);
    private static final double ICON_LINE = 1.1;
    private static final double CHEVRON_LINE = 1.3;

    /// @param place where it lies now, which may be on the way
    void card(Card card, Box place, Lit lit, double opacity) {
        double dim = opacity * card.opacity();
        Detail detail = easel.detail();
        boolean plain = detail.plain();
        Box front = card instanceof BoundaryCard
                ? new Box(place.x(), place.y(), place.width(), place.height() - CardOutline.BEHIND)
                : place;
        body(card, place, front, lit, dim);
        Colour health = Colour.of(card.health().health());
        if (!(card instanceof MissingCard)) {
            double inset = plain ? 0 : CardNode.BAR_INSET;
            double width = plain ? CardNode.PLAIN_BAR_WIDTH : CardNode.barWidth(card);
            Box bar = new Box(place.x(), place.y() + inset, width, Math.max(0, front.height() - 2 * inset));
            bar(card.shade(), bar, health, dim);
        }
        if (!plain) {
            double size = CardNode.glyphSize(detail);
            fill(
                    HealthShape.path(card.health().health()),
                    place.x() + CardNode.glyphX(size),
                    place.y() + CardNode.glyphY(size, front.height(), detail),
                    Measures.SHAPE_SIZE * size,
                    ink(health, dim));
        }
        name(card, place, front.height(), dim);
        double small = detail.small() * dim;
        if (small > 0) {
            smallPrint(card, place, small);
        }
        new HubPainter(easel).mark(card.hubs(), place, front, dim);
        double size = MarkNode.size(detail);
        new MarkPainter(easel).mark(card.findings(), card.findings().onCard(place, size), size, detail.badges() * dim);
        new SignPainter(easel).flag(card.mark(), place, dim);
    }

    private void bar(@Nullable Tint tint, Box bar, Colour health, double dim) {
        if (tint == null) {
            easel.round(bar, 1.5, ink(health, dim));
        } else if (tint.hollow()) {
            easel.round(bar, 1.5, ink(Colour.CARD, dim));
            easel.dashed(bar, 1.5, 1, HOLLOW_DASHES, ink(tint.colour(), dim));
        } else {
            easel.round(bar, 1.5, ink(tint.colour(), dim));
        }
    }

    private void body(Card card, Box place, Box front, Lit lit, double dim) {
        Inks inks = easel.inks();
        LineStyle style = LineStyle.of(card);
        Colour outline =
                lit.cards().contains(card.id()) && (style.colour() == Colour.LINE || style.colour() == Colour.EDGE)
                        ? Colour.SECOND_TEXT
                        : style.colour();
        int line = ink(outline, dim);
        int ground = Inks.faded(ground(card), dim);
        double thickness = style.width() * easel.detail().thickened();
        ServiceKind kind = card instanceof ServiceCard service ? service.kind() : ServiceKind.SERVICE;
        if (kind == ServiceKind.DATABASE || kind == ServiceKind.QUEUE) {
            Size inner = new Size(front.width() - 1, front.height() - 1);
            double x = easel.x(place.x() + 0.5);
            double y = easel.y(place.y() + 0.5);
            Outline shape = SvgPath.outline(CardShape.outline(kind, inner));
            easel.raster().fill(shape, easel.zoom(), x, y, ground);
            if (style.dashes().isEmpty()) {
                easel.raster().stroke(shape, easel.zoom(), x, y, thickness * easel.zoom(), line);
            } else {
                LinePath path = easel.path();
                shape.trace((px, py) -> path.to(px * easel.zoom() + x, py * easel.zoom() + y));
                EdgePainter.dashes(path, style.dashes(), easel.zoom());
                easel.raster().line(path, thickness * easel.zoom(), line);
            }
            if (!easel.detail().plain()) {
                Outline hint = SvgPath.outline(CardShape.hint(kind, inner));
                easel.raster().stroke(hint, easel.zoom(), x, y, easel.zoom(), line);
            }
            return;
        }
        if (card instanceof BoundaryCard boundary) {
            LineStyle edge = LineStyle.behind(boundary);
            Box behind = new Box(place.x() + 6, place.y() + 6, place.width() - 12, place.height() - 6);
            easel.round(behind, Measures.CARD_RADIUS, ink(Colour.BOUNDARY, dim));
            int colour = Inks.faded(inks.of(edge.colour()), dim);
            if (edge.dashes().isEmpty()) {
                easel.ring(behind, Measures.CARD_RADIUS, edge.width(), colour);
            } else {
                easel.dashed(behind, Measures.CARD_RADIUS, edge.width(), edge.dashes(), colour);
            }
        }
        easel.round(front, Measures.CARD_RADIUS, ground);
        if (style.dashes().isEmpty()) {
            easel.ring(front, Measures.CARD_RADIUS, thickness, line);
        } else {
            easel.dashed(front, Measures.CARD_RADIUS, thickness, style.dashes(), line);
        }
    }

    private int ground(Card card) {
        Inks inks = easel.inks();
        Health health = card.health().health();
        Tint tint = card.shade();
        if (tint != null && !tint.hollow()) {
            return easel.detail().plain() ? inks.deepWash(tint.colour()) : inks.wash(tint.colour());
        }
        if (tint == null && easel.detail().plain() && health == Health.DOWN) {
            return inks.of(Colour.DOWN);
        }
        if (tint == null && easel.detail().plain() && health == Health.DEGRADED) {
            return inks.of(Inks.Mixed.DEGRADED_WASH);
        }
        return inks.of(isFaint(card) ? Colour.PANEL : Colour.CARD);
    }

    private static boolean isFaint(Card card) {
        return card instanceof MissingCard || (card instanceof ServiceCard service && !service.active());
    }

    private void name(Card card, Box place, double height, double dim) {
        Detail detail = easel.detail();
        double opacity = detail.names() * dim;
        if (opacity <= 0) {
            return;
        }
        boolean onRed = card.shade() == null && detail.plain() && card.health().health() == Health.DOWN;
        Colour colour = onRed ? Colour.CARD : isFaint(card) ? Colour.SECOND_TEXT : Colour.TEXT;
        double wide = easel.boldWidth(card.title(), Measures.NAME_SIZE) + Measures.badges(card.health());
        double scale = CardNode.nameScale(place.width(), wide, detail);
        easel.bold(
                card.title(),
                place.x() + Measures.NAME_X,
                place.y() + CardNode.nameLine(scale, height, detail),
                Measures.NAME_SIZE * scale,
                ink(colour, opacity));
        if (!detail.plain()) {
            badges(card, place, scale, height, opacity);
        }
    }

    /// Small signs after the name, as [BadgesNode] has them.
    private void badges(Card card, Box place, double scale, double height, double opacity) {
        double middle = place.y() + CardNode.glyphMiddle(height, easel.detail());
        for (int at = 0; at < card.health().badges().size(); at++) {
            Outline sign = SvgPath.outline(card.health().badges().get(at).path());
            double left = Measures.NAME_X + (Measures.badgeX(card.title(), at) - Measures.NAME_X) * scale;
            easel.raster()
                    .stroke(
                            sign,
                            scale * easel.zoom(),
                            easel.x(place.x() + left),
                            easel.y(middle - Badge.SIZE / 2 * scale),
                            CHEVRON_LINE * scale * easel.zoom(),
                            ink(Colour.SECOND_TEXT, opacity));
        }
    }

    private void smallPrint(Card card, Box place, double small) {
        int second = ink(Colour.SECOND_TEXT, small);
        double line = place.y() + CardNode.SMALL_LINE;
        double right = place.right() - Measures.CARD_RIGHT_INSET;
        String subtitle = switch (card) {
            case ServiceCard service -> service.subtitle();
            case BoundaryCard boundary -> boundary.subtitle();
            case MissingCard _ -> Messages.of("card.missing");
        };
        easel.small(subtitle, place.x() + Measures.CARD_INSET, line, second);
        if (!(card instanceof MissingCard)) {
            boolean down = card.health().health() == Health.DOWN;
            easel.smallTo(card.health().note(), right, line, down ? ink(Colour.DOWN, small) : second);
        }
        switch (card) {
            case ServiceCard service -> {
                Outline icon = SvgPath.outline(KindShape.path(service.kind()));
                double x = easel.x(right - KindShape.SIZE);
                easel.raster().stroke(icon, easel.zoom(), x, easel.y(place.y() + 13), ICON_LINE * easel.zoom(), second);
                right -= KindShape.SIZE + Measures.TEXT_GAP / 2;
            }
            case BoundaryCard boundary -> {
                counts(boundary, place.x() + Measures.CARD_INSET, place.y() + CountsNode.TOP, small);
                double x = right - Chevron.SIZE + 5;
                chevron(easel, false, x, place.y() + CountsNode.MIDDLE - Chevron.SIZE / 2, second);
            }
            case MissingCard _ -> {}
        }
        if (card.pinned()) {
            fill(PinShape.PATH, right - PinShape.SIZE, place.y() + 14.5, 1, second);
        }
    }

    private void counts(BoundaryCard card, double left, double top, double small) {
        double x = left;
        for (Map.Entry<Health, Integer> count : card.counts().entrySet()) {
            String number = Integer.toString(count.getValue());
            fill(HealthShape.path(count.getKey()), x, top, CountsNode.GLYPH, ink(Colour.of(count.getKey()), small));
            easel.small(number, x + CountsNode.GLYPH + 4, top + CountsNode.GLYPH - 0.8, ink(Colour.SECOND_TEXT, small));
            x += Measures.count(number);
        }
    }

    static void chevron(Easel easel, boolean opened, double left, double top, int argb) {
        Outline mark = SvgPath.outline(Chevron.mark(opened));
        easel.raster().stroke(mark, easel.zoom(), easel.x(left), easel.y(top), CHEVRON_LINE * easel.zoom(), argb);
    }

    private void fill(String path, double left, double top, double size, int argb) {
        easel.raster().fill(SvgPath.outline(path), size * easel.zoom(), easel.x(left), easel.y(top), argb);
    }

    private int ink(Colour colour, double opacity) {
        return Inks.faded(easel.inks().of(colour), opacity);
    }
}
