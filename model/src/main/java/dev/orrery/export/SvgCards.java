package dev.orrery.export;

import dev.orrery.diagram.Badge;
import dev.orrery.diagram.CardShape;
import dev.orrery.diagram.CardWords;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.HubBadge;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.PinShape;
import dev.orrery.diagram.Tint;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Size;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws cards into an SVG, each in its own coordinates.
final class SvgCards {
    private static final double SMALL_SHAPE = 9;

    private final Markup svg;
    private final Palette palette;

    SvgCards(Markup svg, Palette palette) {
        this.svg = svg;
        this.palette = palette;
    }

    void draw(Card card) {
        String place = "translate(" + Markup.number(card.box().x()) + " "
                + Markup.number(card.box().y()) + ")";
        svg.open(
                "g",
                "data-id",
                card.id().id(),
                "data-of",
                SvgExporter.of(card.id()),
                "data-health",
                card.health().health().name(),
                "transform",
                place,
                "opacity",
                card.opacity());
        svg.text("title", CardWords.of(card));
        switch (card) {
            case ServiceCard service -> service(service);
            case BoundaryCard boundary -> boundary(boundary);
            case MissingCard missing -> missing(missing);
        }
        for (int at = 0; at < card.health().badges().size(); at++) {
            badge(card.health().badges().get(at), Measures.badgeX(card.title(), at));
        }
        if (card.pinned()) {
            pin(card);
        }
        hubs(card);
        new SvgSigns(svg, palette).flag(card.mark(), new Box(0, 0, card.box().width(), 0));
        svg.close();
    }

    /// The row of a card that folded hubs leave: each badge a `<g>` with the hubs that it stands for.
    private void hubs(Card card) {
        double top = HubMark.top(card.box().height());
        if (!card.hubs().neededBy().isEmpty()) {
            small(card.hubs().neededBy(), Measures.CARD_INSET, top + HubBadge.BASELINE, "start", Colour.SECOND_TEXT);
        }
        for (HubBadge badge : card.hubs().badges()) {
            svg.open(
                    "g",
                    "data-hub",
                    badge.hubs().stream().map(NodeId::id).collect(Collectors.joining(" ")),
                    "data-health",
                    badge.health().name());
            svg.text(
                    "title",
                    Messages.of(
                            "hub.badge",
                            badge.words(),
                            Messages.of(badge.health().messageKey())));
            shape(badge.health(), badge.x(), top, HubBadge.SHAPE_SIZE);
            if (badge.kind() != null) {
                icon(
                        KindShape.path(badge.kind()),
                        move(badge.iconX(), top - 0.5, HubBadge.ICON_SIZE / KindShape.SIZE),
                        1.1,
                        badge.isUnwell() ? Colour.of(badge.health()) : Colour.SECOND_TEXT);
            }
            small(badge.label(), badge.labelX(), top + HubBadge.BASELINE, "start", badge.colour());
            svg.close();
        }
    }

    private void service(ServiceCard card) {
        Size size = size(card);
        outline(CardShape.outline(card.kind(), size), card, card.active() ? Colour.CARD : Colour.PANEL);
        String hint = CardShape.hint(card.kind(), size);
        if (!hint.isEmpty()) {
            svg.empty(
                    "path",
                    "d",
                    hint,
                    "fill",
                    "none",
                    "stroke",
                    palette.hex(LineStyle.of(card).colour()));
        }
        bar(card, size.height());
        head(card, card.active() ? Colour.TEXT : Colour.SECOND_TEXT);
        icon(KindShape.path(card.kind()), size.width() - Measures.CARD_RIGHT_INSET - KindShape.SIZE, 1.1);
        small(card.subtitle(), Measures.CARD_INSET, "start", Colour.SECOND_TEXT);
        note(card);
    }

    /// Another card shows behind it: there is more inside.
    private void boundary(BoundaryCard card) {
        Size size = size(card);
        double front = size.height() - 4;
        LineStyle behind = LineStyle.behind(card);
        List<Object> back = new ArrayList<>(List.of("x", 6, "y", 6, "width", size.width() - 12));
        back.addAll(List.of("height", size.height() - 6, "rx", Measures.CARD_RADIUS));
        back.addAll(List.of("fill", palette.hex(Colour.BOUNDARY), "stroke", palette.hex(behind.colour())));
        back.addAll(SvgExporter.dashes(behind));
        svg.empty("rect", back.toArray());
        outline(CardShape.plain(new Size(size.width(), front)), card, Colour.CARD);
        bar(card, front);
        head(card, Colour.TEXT);
        small(card.subtitle(), Measures.CARD_INSET, "start", Colour.SECOND_TEXT);
        note(card);
        double x = Measures.CARD_INSET;
        for (Map.Entry<Health, Integer> count : card.counts().entrySet()) {
            shape(count.getKey(), x, 51, SMALL_SHAPE);
            String number = count.getValue().toString();
            svg.text(
                    "text",
                    number,
                    "x",
                    x + SMALL_SHAPE + 4,
                    "y",
                    59.2,
                    "font-size",
                    Measures.SMALL_SIZE,
                    "fill",
                    palette.hex(Colour.SECOND_TEXT));
            x += Measures.count(number);
        }
    }

    private void missing(MissingCard card) {
        outline(CardShape.plain(size(card)), card, Colour.PANEL);
        head(card, Colour.SECOND_TEXT);
        small(Messages.of("card.missing"), Measures.CARD_INSET, "start", Colour.SECOND_TEXT);
    }

    private void outline(String path, Card card, Colour fill) {
        Tint tint = card.shade();
        String ground = tint == null || tint.hollow() ? palette.hex(fill) : palette.wash(tint.colour());
        svg.empty("path", attributes("d", path, "fill", ground, LineStyle.of(card)));
    }

    private Object[] attributes(String name, String value, String other, String otherValue, LineStyle style) {
        List<Object> all = new ArrayList<>(List.of(name, value, other, otherValue));
        all.addAll(SvgExporter.stroke(palette, style));
        return all.toArray();
    }

    private void bar(Card card, double height) {
        Tint tint = card.shade();
        if (tint != null && tint.hollow()) {
            svg.empty(
                    "rect",
                    "x",
                    0.5,
                    "y",
                    8.5,
                    "width",
                    Measures.TINT_BAR - 1,
                    "height",
                    height - 17,
                    "rx",
                    1.5,
                    "fill",
                    palette.hex(Colour.CARD),
                    "stroke",
                    palette.hex(tint.colour()),
                    "stroke-dasharray",
                    "2 1.5");
            return;
        }
        svg.empty(
                "rect",
                "x",
                0,
                "y",
                8,
                "width",
                tint == null ? Measures.BAR : Measures.TINT_BAR,
                "height",
                height - 16,
                "rx",
                1.5,
                "fill",
                tint == null ? colour(card.health().health()) : palette.hex(tint.colour()));
    }

    private void head(Card card, Colour text) {
        shape(card.health().health(), Measures.CARD_INSET, 13, Measures.SHAPE_SIZE);
        svg.text(
                "text",
                card.title(),
                "x",
                Measures.NAME_X,
                "y",
                23.5,
                "font-size",
                Measures.NAME_SIZE,
                "font-weight",
                600,
                "fill",
                palette.hex(text));
    }

    private void note(Card card) {
        boolean down = card.health().health() == Health.DOWN;
        small(
                card.health().note(),
                card.box().width() - Measures.CARD_RIGHT_INSET,
                "end",
                down ? Colour.DOWN : Colour.SECOND_TEXT);
    }

    private void small(String text, double x, String anchor, Colour colour) {
        small(text, x, 41.5, anchor, colour);
    }

    private void small(String text, double x, double y, String anchor, Colour colour) {
        svg.text(
                "text",
                text,
                "x",
                x,
                "y",
                y,
                "font-size",
                Measures.SMALL_SIZE,
                "text-anchor",
                anchor,
                "fill",
                palette.hex(colour));
    }

    private void badge(Badge badge, double x) {
        svg.open("g", "data-badge", badge.word());
        icon(badge.path(), x, 1.3);
        svg.close();
    }

    private void icon(String path, double x, double width) {
        icon(path, move(x, Measures.ICON_Y, 1), width, Colour.SECOND_TEXT);
    }

    private void icon(String path, String place, double width, Colour colour) {
        svg.empty(
                "path",
                "d",
                path,
                "transform",
                place,
                "fill",
                "none",
                "stroke",
                palette.hex(colour),
                "stroke-width",
                width,
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
    }

    private void pin(Card card) {
        double icon = card instanceof ServiceCard ? KindShape.SIZE + Measures.TEXT_GAP / 2 : 0;
        double x = card.box().width() - Measures.CARD_RIGHT_INSET - icon - PinShape.SIZE;
        svg.empty("path", "d", PinShape.PATH, "transform", move(x, 14.5, 1), "fill", palette.hex(Colour.SECOND_TEXT));
    }

    private void shape(Health health, double x, double y, double size) {
        shape(svg, palette, health, x, y, size);
    }

    static void shape(Markup svg, Palette palette, Health health, double x, double y, double size) {
        String place = move(x, y, size);
        svg.empty("path", "d", HealthShape.path(health), "transform", place, "fill", palette.hex(Colour.of(health)));
    }

    private String colour(Health health) {
        return palette.hex(Colour.of(health));
    }

    private static Size size(Card card) {
        return new Size(card.box().width(), card.box().height());
    }

    private static String move(double x, double y, double scale) {
        String moved = "translate(" + Markup.number(x) + " " + Markup.number(y) + ")";
        return scale == 1 ? moved : moved + " scale(" + Markup.number(scale) + ")";
    }
}
