package dev.orrery.diagram;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Pin;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The sizes of everything on the picture, in pixels at scale 1, and what they make of a layout request. Sizes never
/// depend on health, so health never moves anything.
public final class Measures {
    /// Of most cards; those with long names are wider.
    public static final double CARD_WIDTH = 190;
    public static final double CARD_HEIGHT = 52;
    /// Longer names are cut.
    private static final double WIDEST_CARD = 310;

    /// A card is not made wider than this for its badges.
    private static final double WIDEST_ROW = 240;

    private static final double CARD_STEP = 40;
    /// A collapsed boundary has a third row: its counts.
    public static final double BOUNDARY_CARD_HEIGHT = 72;

    public static final double CARD_RADIUS = 7;
    public static final double FRAME_RADIUS = 10;
    public static final double FRAME_INSET = 14;
    public static final double TITLE_BAND = 28;
    /// Of the corners of a route.
    public static final double BEND_RADIUS = 8;
    /// Of the outline of a hollow arrow.
    public static final double HOLLOW_WIDTH = 1.1;

    public static final double NAME_SIZE = 12.5;
    public static final double TITLE_SIZE = 11.5;
    public static final double SMALL_SIZE = 10.5;

    /// Left edge of the health shape in a card, and of the small print below it.
    public static final double CARD_INSET = 13;
    /// Width and height of the health shape.
    public static final double SHAPE_SIZE = 12;
    /// Width of the bar at the left edge of a card, in the colour of its health.
    public static final double BAR = 3.5;
    /// The same where a lens gives the colour.
    public static final double TINT_BAR = 6;
    /// Left edge of the name in a card.
    public static final double NAME_X = 33;
    /// Free space at the right of a card.
    public static final double CARD_RIGHT_INSET = 10;
    /// Between two texts, or a text and an icon, of one row.
    public static final double TEXT_GAP = 8;

    /// Top edge of badges and of the icon of a kind.
    public static final double ICON_Y = 13;

    /// Width and height of the health shape before the count of an edge.
    public static final double SMALL_SHAPE = 9;
    /// Of that shape and the gap after it.
    private static final double LABEL_SHAPE = SMALL_SHAPE + 3;

    private static final double BADGE_GAP = 7;
    private static final double BADGE_STEP = 4;

    /// A longer title of a boundary does not make it wider.
    private static final double LONGEST_TITLE = 240;

    private Measures() {}

    /// What to lay out: every box and title with its size.
    public static LayoutRequest request(Topology topology, VisibleGraph graph, List<Pin> pins) {
        return request(topology, graph, Hubs.NONE, pins);
    }

    /// As above, with some hubs folded: their lines are left out, and badges have a row in the cards.
    public static LayoutRequest request(Topology topology, VisibleGraph graph, Hubs folded, List<Pin> pins) {
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        HubRow row = new HubRow(topology, graph, folded);
        for (VisibleGraph.Node node : graph.nodes()) {
            Size size = card(node.id(), topology);
            sizes.put(node.id(), row.has(node.id()) ? withRow(size, row.wantedWidth(node.id())) : size);
        }
        SortedMap<String, Size> titles = new TreeMap<>();
        for (VisibleGraph.Frame frame : graph.boundaries()) {
            String title = topology.boundary(frame.id()).orElseThrow().name();
            double width = Math.min(LONGEST_TITLE, Print.TITLE.width(title)) + 2 * FRAME_INSET;
            titles.put(frame.id(), new Size(Math.ceil(width), TITLE_BAND));
        }
        return new LayoutRequest(folded.without(graph), sizes, titles, pins).withFolded(folded);
    }

    private static Size withRow(Size size, double wanted) {
        double width = Math.ceil((wanted + CARD_RIGHT_INSET) / CARD_STEP) * CARD_STEP;
        boolean fits = wanted + CARD_RIGHT_INSET <= size.width();
        return new Size(
                fits ? size.width() : Math.max(size.width(), Math.min(WIDEST_ROW, width)), size.height() + HubMark.ROW);
    }

    private static Size card(NodeId id, Topology topology) {
        String name = switch (id.of()) {
            case SERVICE -> topology.service(id.id()).map(Service::name).orElse(id.id());
            case BOUNDARY -> topology.boundary(id.id()).map(Boundary::name).orElse(id.id());
            case MISSING -> id.id();
        };
        double height = switch (id.of()) {
            case SERVICE, MISSING -> CARD_HEIGHT;
            case BOUNDARY -> BOUNDARY_CARD_HEIGHT;
        };
        return new Size(cardWidth(name), height);
    }

    /// Wide enough for the name, within bounds, in few different widths, so that cards line up.
    private static double cardWidth(String name) {
        double beside = NAME_X + CARD_RIGHT_INSET + KindShape.SIZE + PinShape.SIZE + 2 * TEXT_GAP;
        double wanted = Print.NAME.width(Untrusted.oneLine(name)) + beside;
        double rounded = Math.ceil(wanted / CARD_STEP) * CARD_STEP;
        return wanted <= CARD_WIDTH + PinShape.SIZE + TEXT_GAP
                ? CARD_WIDTH
                : Math.min(WIDEST_CARD, Math.max(CARD_WIDTH, rounded));
    }

    /// The box of an edge's label around its centre.
    public static Box label(String text, Point center) {
        Size size = label(text);
        return new Box(center.x() - size.width() / 2, center.y() - size.height() / 2, size.width(), size.height());
    }

    /// With room for a health shape, whether there is one or not.
    static Size label(String text) {
        return new Size(Math.ceil(Print.SMALL.width(text)) + 12 + LABEL_SHAPE, 16);
    }

    /// Left edge of the health shape of a label: together with the text it stands in the middle.
    public static double labelShapeX(String text, Box label) {
        return label.centerX() - (Print.SMALL.width(text) + LABEL_SHAPE) / 2;
    }

    /// Centre of the text of a label.
    ///
    /// @param shape whether a health shape stands before it
    public static double labelTextX(Box label, boolean shape) {
        return label.centerX() + (shape ? LABEL_SHAPE / 2 : 0);
    }

    /// Width of the title of a boundary, as measured.
    public static double titleWidth(String title) {
        return Print.TITLE.width(title);
    }

    /// Left edge of a badge: badges follow the name, so that one that comes or goes moves nothing.
    ///
    /// @param title of the card, as it is cut
    /// @param at counted from 0
    public static double badgeX(String title, int at) {
        return NAME_X + Print.NAME.width(title) + BADGE_GAP + at * (Badge.SIZE + BADGE_STEP);
    }

    /// What the badges of a card take of the room for its name.
    public static double badges(HealthMark mark) {
        int count = mark.badges().size();
        return count == 0 ? 0 : BADGE_GAP + count * (Badge.SIZE + BADGE_STEP);
    }

    /// From one count on the card of a collapsed boundary to the next: its shape, its number and the gap.
    public static double count(String number) {
        return 9 + 4 + Print.SMALL.width(number) + 10;
    }
}
