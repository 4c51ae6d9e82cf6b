package dev.orrery.app.canvas;

import dev.orrery.app.raster.LinePath;
import dev.orrery.app.raster.SvgPath;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.EdgePath;
import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Sign;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.topology.DependencyKind;
import java.util.List;

/// Paints dependencies: lines with rounded corners, arrows at what is needed, and counts.
record EdgePainter(Easel easel) {
    /// Corners that are smaller, in pixels, are not seen to be round.
    private static final double ROUND = 1.5;

    /// @param opacity from 0 to 1, beside that of its emphasis
    void line(Edge edge, Lit lit, double opacity) {
        Detail detail = easel.detail();
        LineStyle style = LineStyle.of(edge);
        double dim = opacity * edge.opacity();
        int colour = Inks.faded(colour(edge, style, lit), dim);
        double thickness = style.width() * detail.thickened() * easel.zoom();
        if (style.dashes().isEmpty() && Measures.BEND_RADIUS * easel.zoom() < ROUND) {
            straight(edge.route().points(), thickness, colour);
        } else {
            curved(edge, style, thickness, colour);
        }
        if (edge.kind() == DependencyKind.DATA && detail.small() > 0) {
            bar(edge, style.width() * easel.zoom(), colour);
        }
        if (!detail.plain()) {
            head(edge, colour, dim);
        }
    }

    /// Above all lines.
    void sign(Edge edge, double opacity) {
        Sign sign = edge.sign();
        if (sign != null && !easel.detail().plain()) {
            new SignPainter(easel).onLine(sign, EdgePath.signAt(edge.route()), opacity * edge.opacity());
        }
    }

    /// Above all lines.
    void label(Edge edge, Lit lit, double opacity) {
        String words = edge.label();
        Point at = edge.labelAt();
        if (words == null || at == null || easel.detail().small() == 0) {
            return;
        }
        double dim = opacity * edge.opacity();
        Inks inks = easel.inks();
        Box box = Measures.label(words, at);
        Box ground = new Box(Math.rint(box.x()), Math.rint(box.y()), box.width(), box.height());
        // The line lies on the border, half of it outside.
        Box outer = ground.grown(0.5);
        easel.round(outer, outer.height() / 2, Inks.faded(inks.of(Colour.CARD), dim));
        easel.ring(outer, outer.height() / 2, 1, Inks.faded(inks.of(Colour.BOUNDARY_LINE), dim));
        int colour = edge.failing() ? inks.of(Colour.DOWN) : inks.of(lit.near(edge) ? Colour.TEXT : Colour.SECOND_TEXT);
        Health told = edge.told();
        if (told != null) {
            easel.raster()
                    .fill(
                            SvgPath.outline(HealthShape.path(told)),
                            Measures.SMALL_SHAPE * easel.zoom(),
                            easel.x(Measures.labelShapeX(words, box)),
                            easel.y(box.centerY() - Measures.SMALL_SHAPE / 2),
                            Inks.faded(inks.of(Colour.of(told)), dim));
        }
        double middle = Measures.labelTextX(box, told != null);
        easel.small(words, middle - easel.smallWidth(words) / 2, box.centerY() + 3.7, Inks.faded(colour, dim));
    }

    /// What was found there, above all lines too.
    void mark(Edge edge, double opacity) {
        Point at = edge.findingsAt();
        double shown = opacity * easel.detail().badges() * edge.emphasis().opacity();
        if (at != null && shown > 0) {
            double size = MarkNode.size(easel.detail());
            new MarkPainter(easel).mark(edge.findings(), edge.findings().around(at.x(), at.y(), size), size, shown);
        }
    }

    private int colour(Edge edge, LineStyle style, Lit lit) {
        Inks inks = easel.inks();
        if (style.colour() == Colour.EDGE && lit.id() != null) {
            return lit.near(edge) ? inks.of(Colour.TEXT) : inks.of(Inks.Mixed.FAINT_EDGE);
        }
        return inks.of(style.colour());
    }

    private void curved(Edge edge, LineStyle style, double thickness, int colour) {
        LinePath path = easel.path();
        EdgePath.line(edge.route(), new EdgePath.Pen() {
            @Override
            public void move(double x, double y) {
                path.to(easel.x(x), easel.y(y));
            }

            @Override
            public void line(double x, double y) {
                path.to(easel.x(x), easel.y(y));
            }

            @Override
            public void quad(double cx, double cy, double x, double y) {
                path.quad(easel.x(cx), easel.y(cy), easel.x(x), easel.y(y));
            }
        });
        dashes(path, style.dashes(), easel.zoom());
        easel.raster().line(path, thickness, colour);
    }

    static void dashes(LinePath path, List<Double> dashes, double zoom) {
        if (!dashes.isEmpty()) {
            path.dashes(dashes.stream().mapToDouble(length -> length * zoom).toArray());
        }
    }

    /// So small that only the pieces count; each begins where the one before ended.
    private void straight(List<Point> points, double thickness, int colour) {
        double half = thickness / 2;
        for (int i = 1; i < points.size(); i++) {
            double ax = easel.x(points.get(i - 1).x());
            double ay = easel.y(points.get(i - 1).y());
            double bx = easel.x(points.get(i).x());
            double by = easel.y(points.get(i).y());
            if (ax == bx) {
                easel.raster().box(ax - half, Math.min(ay, by), ax + half, Math.max(ay, by), colour);
            } else if (ay == by) {
                easel.raster().box(Math.min(ax, bx), ay - half, Math.max(ax, bx), ay + half, colour);
            } else {
                LinePath path = easel.path();
                path.to(ax, ay);
                path.to(bx, by);
                easel.raster().line(path, thickness, colour);
            }
        }
    }

    private void bar(Edge edge, double thickness, int colour) {
        List<Point> ends = EdgePath.barEnds(edge.route());
        if (!ends.isEmpty()) {
            LinePath path = easel.path();
            ends.forEach(end -> path.to(easel.x(end.x()), easel.y(end.y())));
            easel.raster().line(path, thickness, colour);
        }
    }

    /// That of an optional one is hollow.
    private void head(Edge edge, int colour, double dim) {
        List<Point> corners = EdgePath.headCorners(edge.route());
        if (edge.optional()) {
            easel.raster().triangle(corners(corners), Inks.faded(easel.inks().of(Colour.CANVAS), dim));
            easel.raster().triangleLine(corners(corners), Measures.HOLLOW_WIDTH * easel.zoom(), colour);
        } else {
            easel.raster().triangle(corners(corners), colour);
        }
    }

    private double[] corners(List<Point> points) {
        double[] corners = new double[6];
        for (int i = 0; i < 3; i++) {
            corners[2 * i] = easel.x(points.get(i).x());
            corners[2 * i + 1] = easel.y(points.get(i).y());
        }
        return corners;
    }
}
