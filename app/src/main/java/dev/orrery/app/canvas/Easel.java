package dev.orrery.app.canvas;

import dev.orrery.app.raster.Lettering;
import dev.orrery.app.raster.LinePath;
import dev.orrery.app.raster.Raster;
import dev.orrery.app.theme.Inks;
import dev.orrery.app.theme.Letters;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;
import java.util.List;

/// What painters share: pixels, where the diagram lies on them, colours and type. Used by one thread at a time.
final class Easel {
    private final Lettering regular = Letters.regular();
    private final Lettering semibold = Letters.semibold();
    private final LinePath path = new LinePath();
    private Raster raster = new Raster(1, 1);
    private Projection place = new Projection(0, 0, 1);
    private Detail detail = Detail.FULL;
    private Inks inks = Inks.NONE;

    /// @param at where the diagram lies on the pixels
    void set(Raster on, Projection at, Inks with) {
        raster = on;
        place = at;
        detail = Detail.of(at.zoom());
        inks = with;
    }

    Raster raster() {
        return raster;
    }

    Detail detail() {
        return detail;
    }

    Inks inks() {
        return inks;
    }

    double zoom() {
        return place.zoom();
    }

    double x(double x) {
        return x * place.zoom() + place.x();
    }

    double y(double y) {
        return y * place.zoom() + place.y();
    }

    void box(double left, double top, double width, double height, int argb) {
        raster.box(x(left), y(top), x(left + width), y(top + height), argb);
    }

    void round(Box box, double radius, int argb) {
        raster.round(x(box.x()), y(box.y()), x(box.right()), y(box.bottom()), radius * zoom(), argb);
    }

    /// A line inside the border.
    void ring(Box box, double radius, double thickness, int argb) {
        raster.ring(x(box.x()), y(box.y()), x(box.right()), y(box.bottom()), radius * zoom(), thickness * zoom(), argb);
    }

    /// A dashed line inside the border.
    void dashed(Box box, double radius, double thickness, List<Double> dashes, int argb) {
        Box middle = box.grown(-thickness / 2);
        LinePath line = path();
        double left = x(middle.x());
        double top = y(middle.y());
        double right = x(middle.right());
        double bottom = y(middle.bottom());
        double round = (radius - thickness / 2) * zoom();
        line.to(left, top + round);
        line.quad(left, top, left + round, top);
        line.to(right - round, top);
        line.quad(right, top, right, top + round);
        line.to(right, bottom - round);
        line.quad(right, bottom, right - round, bottom);
        line.to(left + round, bottom);
        line.quad(left, bottom, left, bottom - round);
        line.to(left, top + round);
        EdgePainter.dashes(line, dashes, zoom());
        raster.line(line, thickness * zoom(), argb);
    }

    /// Small print from its left end.
    void small(String text, double left, double baseline, int argb) {
        regular.draw(raster, text, x(left), y(baseline), Measures.SMALL_SIZE * zoom(), argb);
    }

    /// Small print of another size from its left end.
    ///
    /// @param size 1 as measured
    void small(String text, double left, double baseline, double size, int argb) {
        regular.draw(raster, text, x(left), y(baseline), Measures.SMALL_SIZE * size * zoom(), argb);
    }

    /// Small print up to its right end.
    void smallTo(String text, double right, double baseline, int argb) {
        small(text, right - smallWidth(text), baseline, argb);
    }

    double smallWidth(String text) {
        return regular.width(text, Measures.SMALL_SIZE);
    }

    /// @param size of the type before zooming
    void bold(String text, double left, double baseline, double size, int argb) {
        semibold.draw(raster, text, x(left), y(baseline), size * zoom(), argb);
    }

    double boldWidth(String text, double size) {
        return semibold.width(text, size);
    }

    /// Empty, to be filled in pixels.
    LinePath path() {
        path.clear();
        return path;
    }
}
