package dev.orrery.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Golden;
import dev.orrery.diagram.BookingPicture;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.FoldedHubs;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.Layers;
import dev.orrery.graph.Leaning;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Topology;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgExporterTest {

    @ParameterizedTest
    @EnumSource
    void aPictureIsDrawnAsKept(Palette palette) {
        Golden.compare(
                "export/booking-" + palette.name().toLowerCase(Locale.ROOT) + ".svg",
                SvgExporter.export(BookingPicture.diagram(), palette));
    }

    @Test
    void anImpactIsDrawnAsKept() {
        Diagram diagram = BookingPicture.diagram(
                BookingPicture.board(), new Highlight(NodeId.service("payments"), true), BookingPicture.NOW);

        Golden.compare("export/booking-impact-light.svg", SvgExporter.export(diagram, Palette.LIGHT));
    }

    @Test
    void whatIsOutsideTheSpotlightStepsBackInAFileToo() throws Exception {
        Diagram diagram = BookingPicture.diagram(
                BookingPicture.board(),
                new Highlight(null, false, new Spotlight.Services(List.of("mail", "reservations"))),
                BookingPicture.NOW);
        NodeList groups = parse(SvgExporter.export(diagram, Palette.LIGHT)).getElementsByTagName("g");
        List<String> bright = new ArrayList<>();
        for (int at = 0; at < groups.getLength(); at++) {
            Element group = (Element) groups.item(at);
            boolean drawn = group.hasAttribute("data-id") || group.hasAttribute("data-from");
            if (drawn && group.getAttribute("opacity").equals("1")) {
                bright.add(group.getAttribute("data-id") + group.getAttribute("data-from"));
            }
        }

        assertThat(bright).containsExactlyInAnyOrder("booking", "messaging", "mail", "reservations", "reservations");
    }

    @Test
    void badgesStandAfterTheNameAndReplaceNoShape() throws Exception {
        String drawn = SvgExporter.export(BookingPicture.badged(), Palette.LIGHT);

        Golden.compare("export/booking-badges-light.svg", drawn);
        Document svg = parse(drawn);
        assertThat(badges(svg))
                .containsExactlyInAnyOrder(
                        "catalogue DEGRADED acknowledged",
                        "payment-provider UNKNOWN maintenance",
                        "reservations-db DOWN acknowledged maintenance",
                        "users UP flapping",
                        "users-cache-for-the-night UP maintenance");
        assertThat(groups(svg, "data-id"))
                .containsExactlyInAnyOrderElementsOf(
                        groups(parse(SvgExporter.export(BookingPicture.diagram(), Palette.LIGHT)), "data-id"));
    }

    private static List<String> badges(Document svg) {
        List<String> found = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int at = 0; at < groups.getLength(); at++) {
            Element badge = (Element) groups.item(at);
            if (badge.hasAttribute("data-badge") && badge.getParentNode() instanceof Element card) {
                String before = card.getAttribute("data-id") + " " + card.getAttribute("data-health");
                if (!found.isEmpty() && found.getLast().startsWith(before + " ")) {
                    before = found.removeLast();
                }
                found.add(before + " " + badge.getAttribute("data-badge"));
            }
        }
        return found;
    }

    @Test
    void everyBoxAndDependencyCanBeFoundByItsData() throws Exception {
        Document svg = parse(SvgExporter.export(BookingPicture.diagram(), Palette.LIGHT));

        assertThat(groups(svg, "data-id"))
                .contains("reservations-db DOWN", "users UP", "catalogue DEGRADED", "booking DOWN", "mail PENDING")
                .hasSize(BookingPicture.diagram().cards().size()
                        + BookingPicture.diagram().frames().size());
        assertThat(groups(svg, "data-from")).contains("reservations", "booking-api");
        assertThat(svg.getElementsByTagName("title").getLength())
                .isEqualTo(1
                        + BookingPicture.diagram().cards().size()
                        + BookingPicture.diagram().frames().size()
                        + BookingPicture.diagram().edges().size());
    }

    @Test
    void onlyAnOptionalDependencyEndsInAHollowArrow() throws Exception {
        String canvas = Palette.LIGHT.hex(Colour.CANVAS);
        NodeList groups = parse(SvgExporter.export(BookingPicture.diagram(), Palette.LIGHT))
                .getElementsByTagName("g");
        List<String> hollow = new ArrayList<>();
        for (int at = 0; at < groups.getLength(); at++) {
            Element group = (Element) groups.item(at);
            NodeList paths = group.getElementsByTagName("path");
            if (group.hasAttribute("data-from")
                    && paths.item(paths.getLength() - 1) instanceof Element head
                    && head.getAttribute("fill").equals(canvas)) {
                hollow.add(group.getAttribute("data-from") + " " + group.getAttribute("data-to"));
            }
        }

        assertThat(hollow)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(BookingPicture.diagram().edges().stream()
                        .filter(Diagram.Edge::optional)
                        .map(edge ->
                                edge.id().from().id() + " " + edge.id().to().id())
                        .toList());
    }

    @Test
    void aFoldedDependencyIsListedAndItsBadgeNamesTheHub() throws Exception {
        Topology topology = Leaning.on(12);
        VisibleGraph graph = VisibleGraph.of(topology, Visibility.ALL);
        Hubs hubs = Hubs.of(graph);
        Layout layout =
                new LayeredEngine().layout(Measures.request(topology, graph, hubs, List.of()), Cancellation.NEVER);
        Diagram diagram = DiagramBuilder.build(
                topology,
                graph,
                Layers.DEFAULT,
                layout,
                FoldedHubs.of(hubs),
                HealthBoard.of(topology),
                Attention.NONE,
                Highlight.NONE,
                Lens.HEALTH,
                Set.of(),
                Instant.EPOCH);

        NodeList groups = parse(SvgExporter.export(diagram, Palette.LIGHT)).getElementsByTagName("g");

        int listed = 0;
        int folded = 0;
        List<String> badges = new ArrayList<>();
        for (int at = 0; at < groups.getLength(); at++) {
            Element group = (Element) groups.item(at);
            listed += group.hasAttribute("data-from") && group.hasAttribute("data-to") ? 1 : 0;
            if (group.hasAttribute("data-folded")) {
                folded++;
                assertThat(group.getElementsByTagName("path").getLength()).isZero();
            }
            if (group.getAttribute("data-id").equals("worker-01")) {
                NodeList inside = group.getElementsByTagName("g");
                for (int i = 0; i < inside.getLength(); i++) {
                    Element badge = (Element) inside.item(i);
                    badges.add(badge.getAttribute("data-hub") + " " + badge.getAttribute("data-health"));
                }
            }
        }
        assertThat(listed).isEqualTo(topology.dependencies().size());
        assertThat(folded).isEqualTo(12 + 12 + 6 + 1);
        assertThat(badges).containsExactly("cache UNKNOWN", "db UNKNOWN");
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws Exception {
        Document svg = parse(SvgExporter.export(BookingPicture.diagram(), Palette.DARK));
        NodeList all = svg.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            Element element = (Element) all.item(at);
            assertThat(element.getTagName()).isIn("svg", "title", "g", "rect", "path", "text");
            assertThat(element.hasAttribute("href")).isFalse();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
                assertThat(element.getAttributes().item(i).getNodeValue()).doesNotContain("url(");
            }
        }
    }

    @Test
    void namesFromAFileStayText() throws Exception {
        Diagram safe = BookingPicture.diagram();
        String nasty = "</title><script>x()</script>\u0000\uD800\"'&";
        Diagram diagram = new Diagram(nasty, safe.bounds(), safe.frames(), safe.edges(), safe.cards());

        Document svg = parse(SvgExporter.export(diagram, Palette.LIGHT));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</title><script>x()</script>\uFFFD\uFFFD\"'&");
    }

    @Test
    void aCaptionStandsAboveEverythingAndIsNeverCut() throws Exception {
        Diagram plain = BookingPicture.diagram();
        String name = "Booking · " + "production ".repeat(8).strip();
        Diagram narrow = new Diagram(
                "Booking",
                new Box(0, 0, 190, 52),
                List.of(),
                List.of(),
                plain.cards().subList(0, 1));

        Diagram captioned = narrow.captioned(name);
        Document svg = parse(SvgExporter.export(captioned, Palette.LIGHT));

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(name);
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo(name);
        assertThat(captioned.bounds().width()).isGreaterThan(400);
        assertThat(captioned.bounds().bottom()).isEqualTo(narrow.bounds().bottom());
        assertThat(captioned.captionPlace().y()).isLessThan(narrow.bounds().y() - 8);
        assertThat(captioned.cards()).isEqualTo(narrow.cards());
    }

    @Test
    void onlyThePaletteIsUsed() {
        String svg = SvgExporter.export(BookingPicture.diagram(), Palette.DARK);
        List<String> known = new ArrayList<>();
        for (Colour colour : Colour.values()) {
            known.add(Palette.DARK.hex(colour));
        }

        assertThat(Pattern.compile("#[0-9a-f]{6}")
                        .matcher(svg)
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .isSubsetOf(known);
    }

    private static List<String> groups(Document svg, String attribute) {
        List<String> found = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int at = 0; at < groups.getLength(); at++) {
            Element group = (Element) groups.item(at);
            if (group.hasAttribute(attribute)) {
                found.add((group.getAttribute(attribute) + " " + group.getAttribute("data-health")).strip());
            }
        }
        return found;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
