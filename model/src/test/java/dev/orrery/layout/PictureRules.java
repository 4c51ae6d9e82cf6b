package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold of every picture.
public final class PictureRules {
    private final LayoutRequest request;
    private final Layout layout;
    private final Map<String, VisibleGraph.Frame> frames = new HashMap<>();
    private final Map<NodeId, @Nullable String> homes = new HashMap<>();

    private PictureRules(LayoutRequest request, Layout layout) {
        this.request = request;
        this.layout = layout;
        request.graph().boundaries().forEach(frame -> frames.put(frame.id(), frame));
        request.graph().nodes().forEach(node -> homes.put(node.id(), node.boundary()));
    }

    public static void check(LayoutRequest request, Layout layout) {
        PictureRules rules = new PictureRules(request, layout);
        rules.everythingHasAPlace();
        rules.boxesKeepApart();
        rules.framesHoldTheirMembersAndNobodyElse();
        rules.pinsAreHeeded();
        rules.routes();
    }

    private void everythingHasAPlace() {
        assertThat(layout.boxes().keySet())
                .containsExactlyElementsOf(request.graph().nodes().stream()
                        .map(VisibleGraph.Node::id)
                        .toList());
        assertThat(layout.frames().keySet())
                .containsExactlyElementsOf(frames.keySet().stream().sorted().toList());
        assertThat(layout.routes().keySet())
                .containsExactlyElementsOf(request.graph().edges().stream()
                        .map(VisibleGraph.Edge::id)
                        .toList());
        layout.boxes().forEach((id, box) -> {
            assertThat(new Size(box.width(), box.height()))
                    .isEqualTo(request.sizes().get(id));
            assertThat(box.x()).isEqualTo(Math.rint(box.x()));
            assertThat(box.y()).isEqualTo(Math.rint(box.y()));
            assertThat(layout.bounds().contains(box)).isTrue();
        });
    }

    private void boxesKeepApart() {
        List<Map.Entry<NodeId, Box>> boxes = List.copyOf(layout.boxes().entrySet());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i)
                                .getValue()
                                .grown(8)
                                .overlaps(boxes.get(j).getValue()))
                        .as("%s touches %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    private void framesHoldTheirMembersAndNobodyElse() {
        layout.frames().forEach((id, frame) -> {
            Box title = title(id);
            Size least = size(id);
            assertThat(title.width()).isGreaterThanOrEqualTo(least.width());
            layout.boxes().forEach((node, box) -> {
                boolean member = enclosing(homes.get(node)).contains(id);
                if (member) {
                    assertThat(frame.contains(box.grown(10)))
                            .as("%s in %s", node, id)
                            .isTrue();
                    assertThat(box.y()).isGreaterThanOrEqualTo(frame.y() + least.height());
                } else {
                    assertThat(frame.overlaps(box))
                            .as("foreign %s in %s", node, id)
                            .isFalse();
                }
            });
            layout.frames().forEach((other, box) -> {
                if (enclosing(frameOf(other).within()).contains(id)) {
                    assertThat(frame.contains(box)).isTrue();
                    assertThat(title.overlaps(box)).isFalse();
                } else if (!id.equals(other) && !enclosing(id).contains(other)) {
                    assertThat(frame.overlaps(box)).as("%s and %s", id, other).isFalse();
                }
            });
        });
    }

    private void pinsAreHeeded() {
        for (Pin pin : request.pins()) {
            Box box = box(pin.node());
            assertThat(new Point(box.x(), box.y())).isEqualTo(new Point(pin.x(), pin.y()));
        }
    }

    private void routes() {
        layout.routes().forEach((id, route) -> {
            assertThat(onBorder(box(id.from()), route.points().getFirst()))
                    .as("start of %s %s", id, route)
                    .isTrue();
            assertThat(onBorder(box(id.to()), route.points().getLast()))
                    .as("end of %s %s", id, route)
                    .isTrue();
            for (Box piece : pieces(route)) {
                assertThat(piece.width() == 0 || piece.height() == 0)
                        .as("orthogonal %s", route)
                        .isTrue();
                layout.boxes()
                        .forEach((node, box) -> assertThat(goesThrough(piece, box))
                                .as("%s goes through %s: %s, %s", id, node, route, box)
                                .isFalse());
                layout.frames()
                        .keySet()
                        .forEach(frame -> assertThat(goesThrough(piece, title(frame)))
                                .as("%s goes through the title of %s: %s, %s", id, frame, route, title(frame))
                                .isFalse());
            }
            Set<String> allowed = new HashSet<>(enclosing(homes.get(id.from())));
            allowed.addAll(enclosing(homes.get(id.to())));
            layout.frames().forEach((frame, box) -> {
                if (!allowed.contains(frame)) {
                    for (Box piece : pieces(route)) {
                        assertThat(goesThrough(piece, box))
                                .as("%s goes through the foreign frame %s: %s, %s", id, frame, route, box)
                                .isFalse();
                    }
                }
            });
        });
    }

    /// How often routes cross the border of a frame that holds one of their ends, beyond the once that
    /// is needed.
    public static int needlessBorders(LayoutRequest request, Layout layout) {
        PictureRules rules = new PictureRules(request, layout);
        int needless = 0;
        for (Map.Entry<EdgeId, Route> entry : layout.routes().entrySet()) {
            for (Map.Entry<String, Box> frame : layout.frames().entrySet()) {
                boolean from =
                        rules.enclosing(rules.homes.get(entry.getKey().from())).contains(frame.getKey());
                boolean to =
                        rules.enclosing(rules.homes.get(entry.getKey().to())).contains(frame.getKey());
                int crossed = 0;
                List<Point> points = entry.getValue().points();
                for (int i = 1; i < points.size(); i++) {
                    boolean inBefore = frame.getValue().contains(points.get(i - 1));
                    crossed += inBefore != frame.getValue().contains(points.get(i)) ? 1 : 0;
                }
                needless += crossed - (from == to ? 0 : 1);
            }
        }
        return needless;
    }

    /// How many pairs of pieces of different routes lie on each other for more than a few pixels.
    public static int sharedLines(Layout layout) {
        List<Route> routes = List.copyOf(layout.routes().values());
        int shared = 0;
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                for (Box one : pieces(routes.get(i))) {
                    for (Box other : pieces(routes.get(j))) {
                        boolean upright = one.width() == 0 && other.width() == 0 && one.x() == other.x();
                        boolean level = one.height() == 0 && other.height() == 0 && one.y() == other.y();
                        double common = upright
                                ? Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y())
                                : level ? Math.min(one.right(), other.right()) - Math.max(one.x(), other.x()) : 0;
                        shared += common > 4 ? 1 : 0;
                    }
                }
            }
        }
        return shared;
    }

    /// Whether a piece lies in more than the border of a box.
    private static boolean goesThrough(Box piece, Box box) {
        return piece.x() < box.right()
                && piece.right() > box.x()
                && piece.y() < box.bottom()
                && piece.bottom() > box.y();
    }

    private static boolean onBorder(Box box, Point point) {
        boolean inX = box.x() <= point.x() && point.x() <= box.right();
        boolean inY = box.y() <= point.y() && point.y() <= box.bottom();
        return (inX && (point.y() == box.y() || point.y() == box.bottom()))
                || (inY && (point.x() == box.x() || point.x() == box.right()));
    }

    private static List<Box> pieces(Route route) {
        List<Box> pieces = new ArrayList<>();
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            double x = Math.min(a.x(), b.x());
            double y = Math.min(a.y(), b.y());
            pieces.add(new Box(x, y, Math.max(a.x(), b.x()) - x, Math.max(a.y(), b.y()) - y));
        }
        return pieces;
    }

    private List<String> enclosing(@Nullable String innermost) {
        List<String> path = new ArrayList<>();
        for (String id = innermost; id != null; id = frameOf(id).within()) {
            path.add(id);
        }
        return path;
    }

    private VisibleGraph.Frame frameOf(String id) {
        VisibleGraph.Frame frame = frames.get(id);
        assertThat(frame).isNotNull();
        return Objects.requireNonNull(frame);
    }

    private Box title(String id) {
        return Frames.title(Objects.requireNonNull(layout.frames().get(id)), size(id));
    }

    private Size size(String id) {
        return Objects.requireNonNull(request.titles().get(id));
    }

    private Box box(NodeId id) {
        return Objects.requireNonNull(layout.boxes().get(id));
    }
}
