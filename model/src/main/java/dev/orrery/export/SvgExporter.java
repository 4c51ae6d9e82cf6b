package dev.orrery.export;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.EdgePath;
import dev.orrery.diagram.EdgeSummary;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Mark;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.text.Messages;
import dev.orrery.topology.DependencyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A diagram as one standalone SVG file: no script, no style sheet, nothing that is fetched.
///
/// Each service and boundary is a `<g>` with `data-id` and `data-health`, each dependency one with `data-from` and
/// `data-to`; `data-of` says what a box stands for. One that is folded into a badge is there, marked `data-folded` and
/// with nothing to see. Each has a `<title>`, which viewers show as a tip and read aloud.
public final class SvgExporter {
    private static final double MARGIN = 24;
    private static final String FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    private final Diagram diagram;
    private final Palette palette;
    private final Markup svg = new Markup();
    private final Map<NodeId, String> names = new HashMap<>();

    private SvgExporter(Diagram diagram, Palette palette) {
        this.diagram = diagram;
        this.palette = palette;
        diagram.cards().forEach(card -> names.put(card.id(), card.fullTitle()));
    }

    public static String export(Diagram diagram, Palette palette) {
        return new SvgExporter(diagram, palette).export();
    }

    private String export() {
        Box page = diagram.bounds().grown(MARGIN);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                page.width(),
                "height",
                page.height(),
                "viewBox",
                viewBox(page),
                "font-family",
                FONTS,
                "role",
                "img");
        svg.text("title", diagram.title());
        svg.empty(
                "rect",
                "x",
                page.x(),
                "y",
                page.y(),
                "width",
                page.width(),
                "height",
                page.height(),
                "fill",
                palette.hex(Colour.CANVAS));
        caption();
        diagram.frames().forEach(this::frame);
        // What stands out is drawn over what it crosses.
        diagram.edges().stream().filter(edge -> !standsOut(edge)).forEach(this::edge);
        diagram.edges().stream().filter(SvgExporter::standsOut).forEach(this::edge);
        diagram.edges().forEach(this::label);
        SvgSigns signs = new SvgSigns(svg, palette);
        diagram.edges().forEach(signs::onLine);
        diagram.folded().forEach(this::folded);
        SvgCards cards = new SvgCards(svg, palette);
        for (Card card : diagram.cards()) {
            cards.draw(card);
        }
        new SvgMarks(svg, palette).draw(diagram);
        SvgNotes notes = new SvgNotes(svg, palette);
        diagram.notes().forEach(notes::draw);
        if (diagram.legendPlace() != null) {
            new SvgLegend(svg, palette)
                    .draw(
                            diagram.legend(),
                            diagram.legendPlace(),
                            diagram.bounds().width());
        }
        return svg.close().toString();
    }

    private void caption() {
        if (!diagram.caption().isEmpty()) {
            Point place = diagram.captionPlace();
            svg.text(
                    "text",
                    diagram.caption(),
                    "x",
                    place.x(),
                    "y",
                    place.y(),
                    "font-size",
                    Measures.NAME_SIZE,
                    "font-weight",
                    600,
                    "fill",
                    palette.hex(Colour.TEXT));
        }
    }

    private static boolean standsOut(Diagram.Edge edge) {
        return edge.emphasis() != Emphasis.DIMMED && (edge.failing() || edge.emphasis() == Emphasis.IMPACT);
    }

    private static String viewBox(Box page) {
        return Markup.number(page.x()) + " " + Markup.number(page.y()) + " " + Markup.number(page.width()) + " "
                + Markup.number(page.height());
    }

    private void frame(Diagram.Frame frame) {
        Box box = frame.box();
        svg.open(
                "g",
                "data-id",
                frame.id(),
                "data-of",
                "boundary",
                "data-health",
                frame.health().health().name(),
                "opacity",
                frame.opacity());
        svg.text("title", marked(frame.fullTitle() + ", " + frame.health().word(), frame.mark()));
        List<Object> outline = new ArrayList<>(List.of("x", box.x(), "y", box.y()));
        outline.addAll(List.of("width", box.width(), "height", box.height(), "rx", Measures.FRAME_RADIUS));
        outline.addAll(List.of("fill", palette.hex(Colour.BOUNDARY)));
        outline.addAll(stroke(palette, LineStyle.of(frame)));
        svg.empty("rect", outline.toArray());
        double baseline = box.y() + 20;
        svg.text(
                "text",
                frame.title(),
                "x",
                box.x() + Measures.FRAME_INSET,
                "y",
                baseline,
                "font-size",
                Measures.TITLE_SIZE,
                "font-weight",
                600,
                "fill",
                palette.hex(Colour.SECOND_TEXT));
        if (frame.owner() != null) {
            svg.text(
                    "text",
                    frame.owner(),
                    "x",
                    box.right() - Measures.FRAME_INSET,
                    "y",
                    baseline,
                    "font-size",
                    Measures.SMALL_SIZE,
                    "text-anchor",
                    "end",
                    "fill",
                    palette.hex(Colour.SECOND_TEXT));
        }
        new SvgSigns(svg, palette).flag(frame.mark(), box);
        svg.close();
    }

    private void edge(Diagram.Edge edge) {
        LineStyle style = LineStyle.of(edge);
        List<Object> group =
                new ArrayList<>(List.of("data-from", edge.id().from().id()));
        group.addAll(List.of("data-to", edge.id().to().id()));
        if (edge.count() > 1) {
            group.addAll(List.of("data-count", edge.count()));
        }
        group.addAll(List.of("opacity", edge.opacity()));
        svg.open("g", group.toArray());
        svg.text("title", marked(words(edge), edge.mark()));
        List<Object> line = new ArrayList<>(List.of("d", EdgePath.line(edge.route()), "fill", "none"));
        line.addAll(stroke(palette, style));
        svg.empty("path", line.toArray());
        String bar = edge.kind() == DependencyKind.DATA ? EdgePath.bar(edge.route()) : null;
        if (bar != null) {
            svg.empty("path", "d", bar, "stroke", palette.hex(style.colour()), "stroke-width", style.width());
        }
        List<Object> head = new ArrayList<>(List.of("d", EdgePath.head(edge.route())));
        String colour = palette.hex(style.colour());
        // An optional one ends in a hollow arrow.
        head.addAll(
                edge.optional()
                        ? List.of(
                                "fill",
                                palette.hex(Colour.CANVAS),
                                "stroke",
                                colour,
                                "stroke-width",
                                Measures.HOLLOW_WIDTH,
                                "stroke-linejoin",
                                "round")
                        : List.of("fill", colour));
        svg.empty("path", head.toArray());
        svg.close();
    }

    private static String marked(String words, @Nullable Mark mark) {
        return mark == null || mark.sign() == null ? words : Messages.of("mark.words", words, mark.words());
    }

    /// Nothing is drawn: badges on the card stand for it. Who reads the file finds it nevertheless.
    private void folded(Diagram.Edge edge) {
        svg.open(
                "g",
                "data-from",
                edge.id().from().id(),
                "data-to",
                edge.id().to().id(),
                "data-folded",
                "true");
        svg.text("title", words(edge));
        svg.close();
    }

    private String words(Diagram.Edge edge) {
        String from = names.getOrDefault(edge.id().from(), edge.id().from().id());
        String to = names.getOrDefault(edge.id().to(), edge.id().to().id());
        String need = Messages.of(edge.optional() ? "edge.optional" : "edge.required");
        return edge.count() == 1
                ? Messages.of("edge.one", from, to, edge.kind().word(), need)
                : Stream.of(
                                Messages.of("edge.many", from, to, Integer.toString(edge.count()), need),
                                EdgeSummary.kinds(edge.dependencies()),
                                EdgeSummary.worst(edge))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    /// After all lines, so that none crosses it.
    private void label(Diagram.Edge edge) {
        if (edge.label() == null || edge.labelAt() == null) {
            return;
        }
        Box box = Measures.label(edge.label(), edge.labelAt());
        svg.open("g", "opacity", edge.opacity());
        svg.empty(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                box.height() / 2,
                "fill",
                palette.hex(Colour.CARD),
                "stroke",
                palette.hex(Colour.BOUNDARY_LINE));
        Health told = edge.told();
        if (told != null) {
            SvgCards.shape(
                    svg,
                    palette,
                    told,
                    Measures.labelShapeX(edge.label(), box),
                    box.centerY() - Measures.SMALL_SHAPE / 2,
                    Measures.SMALL_SHAPE);
        }
        svg.text(
                "text",
                edge.label(),
                "x",
                Measures.labelTextX(box, told != null),
                "y",
                box.centerY() + 3.7,
                "font-size",
                Measures.SMALL_SIZE,
                "text-anchor",
                "middle",
                "fill",
                palette.hex(edge.failing() ? Colour.DOWN : Colour.SECOND_TEXT));
        svg.close();
    }

    static List<Object> stroke(Palette palette, LineStyle style) {
        List<Object> attributes = new ArrayList<>();
        attributes.addAll(List.of("stroke", palette.hex(style.colour()), "stroke-width", style.width()));
        attributes.addAll(dashes(style));
        return attributes;
    }

    static List<Object> dashes(LineStyle style) {
        return style.dashes().isEmpty()
                ? List.of()
                : List.of(
                        "stroke-dasharray",
                        style.dashes().stream().map(Markup::number).collect(Collectors.joining(" ")));
    }

    static String of(NodeId id) {
        return id.of().name().toLowerCase(Locale.ROOT);
    }
}
