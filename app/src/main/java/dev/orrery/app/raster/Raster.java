package dev.orrery.app.raster;

import java.util.Arrays;

/// Pixels in memory, premultiplied ARGB, and what can be drawn on them. Places are in pixels, and a colour is
/// `0xAARRGGBB` with its opacity not multiplied in. What is not a number, or lies outside the clip, is not drawn.
public final class Raster {
    private static final int SUBROWS = 4;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final Mask mask;
    private double[][] corners = new double[8][];
    private int[] lengths = new int[8];
    private int clipLeft;
    private int clipTop;
    private int clipRight;
    private int clipBottom;
    private int ink;
    private int opacity;

    /// On pixels that someone else shows.
    ///
    /// @param pixels row by row from the top, at least `width * height`
    public Raster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        mask = new Mask(width, height);
        clip(0, 0, width, height);
    }

    public Raster(int width, int height) {
        this(width, height, new int[width * height]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int[] pixels() {
        return pixels;
    }

    /// Nothing outside is touched from now on.
    public void clip(int left, int top, int right, int bottom) {
        clipLeft = Math.clamp(left, 0, width);
        clipTop = Math.clamp(top, 0, height);
        clipRight = Math.clamp(right, clipLeft, width);
        clipBottom = Math.clamp(bottom, clipTop, height);
        mask.clip(clipLeft, clipTop, clipRight, clipBottom);
    }

    /// Makes all of the clip one colour, whatever was there.
    public void clear(int argb) {
        int value = premultiplied(argb);
        for (int y = clipTop; y < clipBottom; y++) {
            Arrays.fill(pixels, y * width + clipLeft, y * width + clipRight, value);
        }
    }

    /// Fills an upright box.
    public void box(double x0, double y0, double x1, double y1, int argb) {
        double left = Math.max(x0, clipLeft);
        double right = Math.min(x1, clipRight);
        double high = Math.max(y0, clipTop);
        double low = Math.min(y1, clipBottom);
        if (!(left < right && high < low)) {
            return;
        }
        ink(argb);
        int last = (int) Math.ceil(low);
        for (int y = (int) high; y < last; y++) {
            double part = Math.min(y + 1, low) - Math.max(y, high);
            int first = (int) left;
            int end = (int) Math.ceil(right);
            int row = y * width;
            if (end - first == 1) {
                blend(row + first, part * (right - left));
            } else {
                blend(row + first, part * (first + 1 - left));
                run(row + first + 1, row + end - 1, part);
                blend(row + end - 1, part * (right - end + 1));
            }
        }
    }

    /// Fills a box with round corners.
    public void round(double x0, double y0, double x1, double y1, double radius, int argb) {
        if (!seen(x0, y0, x1, y1)) {
            return;
        }
        double r = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
        if (r < 0.3) {
            box(x0, y0, x1, y1, argb);
            return;
        }
        // Whole rows between, so that nothing meets within a pixel.
        int high = (int) Math.ceil(y0 + r);
        int low = Math.max(high, (int) Math.floor(y1 - r));
        ink(argb);
        roundRows(x0, y0, x1, y1, r, 1, Math.floor(y0), high);
        drain();
        box(x0, high, x1, low, argb);
        roundRows(x0, y0, x1, y1, r, 1, low, Math.ceil(y1));
        drain();
    }

    /// A line inside the border of a box with round corners.
    public void ring(double x0, double y0, double x1, double y1, double radius, double thickness, int argb) {
        if (!seen(x0, y0, x1, y1)) {
            return;
        }
        double t = Math.min(thickness, Math.min(x1 - x0, y1 - y0) / 2);
        double r = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
        double inner = Math.max(0, r - t);
        int high = (int) Math.ceil(y0 + Math.max(r, t));
        int low = Math.max(high, (int) Math.floor(y1 - Math.max(r, t)));
        ink(argb);
        roundRows(x0, y0, x1, y1, r, 1, Math.floor(y0), high);
        roundRows(x0 + t, y0 + t, x1 - t, y1 - t, inner, -1, Math.floor(y0), high);
        drain();
        if (x1 - x0 > 2 * t + 2) {
            box(x0, high, x0 + t, low, argb);
            box(x1 - t, high, x1, low, argb);
        } else {
            mask.box(x0, high, x0 + t, low, 1);
            mask.box(x1 - t, high, x1, low, 1);
            drain();
        }
        roundRows(x0, y0, x1, y1, r, 1, low, Math.ceil(y1));
        roundRows(x0 + t, y0 + t, x1 - t, y1 - t, inner, -1, low, Math.ceil(y1));
        drain();
    }

    /// Some rows of a rounded box, into the mask.
    private void roundRows(
            double x0, double y0, double x1, double y1, double r, double weight, double from, double to) {
        double high = Math.max(from, clipTop);
        double low = Math.min(to, clipBottom);
        for (double y = high; y < low; y += 1.0 / SUBROWS) {
            double top = Math.max(y, y0);
            double end = Math.min(y + 1.0 / SUBROWS, y1);
            if (top < end) {
                double middle = (top + end) / 2;
                double into = Math.max(y0 + r - middle, middle - (y1 - r));
                double inset = into <= 0 ? 0 : r - Math.sqrt(Math.max(0, r * r - into * into));
                mask.box(x0 + inset, top, x1 - inset, end, weight);
            }
        }
    }

    /// Fills an outline that is scaled and then moved.
    public void fill(Outline outline, double scale, double dx, double dy, int argb) {
        if (outline.isEmpty() || !seen(outline, scale, dx, dy, 1)) {
            return;
        }
        place(outline, scale, dx, dy);
        ink(argb);
        mask.polygon(corners, lengths, outline.rows());
        drain();
    }

    /// Draws along an outline with round ends and corners.
    public void stroke(Outline outline, double scale, double dx, double dy, double thickness, int argb) {
        if (outline.isEmpty() || !seen(outline, scale, dx, dy, thickness)) {
            return;
        }
        place(outline, scale, dx, dy);
        ink(argb);
        for (int i = 0; i < outline.rows(); i++) {
            double[] row = corners[i];
            int length = lengths[i];
            for (int j = 2; j < length; j += 2) {
                mask.capsule(row[j - 2], row[j - 1], row[j], row[j + 1], thickness);
            }
            if (outline.closed(i)) {
                mask.capsule(row[length - 2], row[length - 1], row[0], row[1], thickness);
            }
        }
        drain();
    }

    /// Fills the inside of three corners, x and y in turn.
    public void triangle(double[] xy, int argb) {
        ink(argb);
        corners[0] = xy;
        lengths[0] = xy.length;
        mask.polygon(corners, lengths, 1);
        corners[0] = new double[0];
        drain();
    }

    /// Draws along three sides.
    public void triangleLine(double[] xy, double thickness, int argb) {
        ink(argb);
        mask.capsule(xy[0], xy[1], xy[2], xy[3], thickness);
        mask.capsule(xy[2], xy[3], xy[4], xy[5], thickness);
        mask.capsule(xy[4], xy[5], xy[0], xy[1], thickness);
        drain();
    }

    /// Draws along a line with flat ends.
    public void line(LinePath path, double thickness, int argb) {
        if (path.length() < 2) {
            return;
        }
        ink(argb);
        path.cover(mask, thickness, clipLeft, clipTop, clipRight, clipBottom);
        drain();
    }

    /// Puts a small mask down.
    void stamp(Stamp stamp, int left, int top, int argb) {
        int x0 = Math.max(left, clipLeft);
        int x1 = Math.min(left + stamp.width(), clipRight);
        int y1 = Math.min(top + stamp.height(), clipBottom);
        if (x0 >= x1) {
            return;
        }
        ink(argb);
        byte[] alpha = stamp.alpha();
        for (int y = Math.max(top, clipTop); y < y1; y++) {
            int source = (y - top) * stamp.width() - left;
            for (int x = x0; x < x1; x++) {
                int cover = alpha[source + x] & 0xff;
                if (cover != 0) {
                    int part = ((cover + (cover >> 7)) * opacity) >> 8;
                    pixels[y * width + x] = over(pixels[y * width + x], ink, part);
                }
            }
        }
    }

    /// What the mask holds, as bytes; for a stamp.
    byte[] bytes() {
        byte[] bytes = new byte[width * height];
        mask.drain((y, left, right, cover, offset) -> {
            for (int x = left; x < right; x++) {
                bytes[y * width + x] = (byte) Math.round(255 * Math.clamp(cover[offset + x], 0, 1));
                cover[offset + x] = 0;
            }
        });
        return bytes;
    }

    void cover(Outline outline, double scale, double dx, double dy) {
        place(outline, scale, dx, dy);
        mask.polygon(corners, lengths, outline.rows());
    }

    private void place(Outline outline, double scale, double dx, double dy) {
        if (corners.length < outline.rows()) {
            corners = new double[2 * outline.rows()][];
            lengths = new int[2 * outline.rows()];
        }
        for (int i = 0; i < outline.rows(); i++) {
            double[] row = outline.row(i);
            double[] to = corners[i];
            if (to == null || to.length < row.length) {
                to = new double[row.length];
                corners[i] = to;
            }
            lengths[i] = row.length;
            for (int j = 0; j < row.length; j += 2) {
                to[j] = row[j] * scale + dx;
                to[j + 1] = row[j + 1] * scale + dy;
            }
        }
    }

    private boolean seen(Outline outline, double scale, double dx, double dy, double around) {
        return seen(
                outline.left() * scale + dx - around,
                outline.top() * scale + dy - around,
                outline.right() * scale + dx + around,
                outline.bottom() * scale + dy + around);
    }

    private boolean seen(double x0, double y0, double x1, double y1) {
        return x0 < clipRight && x1 > clipLeft && y0 < clipBottom && y1 > clipTop;
    }

    private void drain() {
        mask.drain((_, left, right, cover, offset) -> {
            for (int x = left; x < right; x++) {
                float covered = cover[offset + x];
                if (covered != 0) {
                    blend(offset + x, covered);
                    cover[offset + x] = 0;
                }
            }
        });
    }

    private void ink(int argb) {
        int alpha = argb >>> 24;
        ink = argb | 0xff000000;
        opacity = alpha + (alpha >> 7);
    }

    private void blend(int index, double covered) {
        int part = (int) (Math.clamp(covered, 0, 1) * opacity + 0.5);
        pixels[index] = over(pixels[index], ink, part);
    }

    private void run(int from, int to, double covered) {
        int part = (int) (covered * opacity + 0.5);
        if (part >= 256) {
            Arrays.fill(pixels, from, Math.max(from, to), ink);
            return;
        }
        for (int i = from; i < to; i++) {
            pixels[i] = over(pixels[i], ink, part);
        }
    }

    /// @param part of 256
    private static int over(int under, int ink, int part) {
        int rest = 256 - part;
        int redBlue = (((ink & 0xff00ff) * part + (under & 0xff00ff) * rest) >>> 8) & 0xff00ff;
        int alphaGreen = (ink >>> 8 & 0xff00ff) * part + (under >>> 8 & 0xff00ff) * rest & 0xff00ff00;
        return redBlue | alphaGreen;
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 0xff) {
            return argb;
        }
        int red = (argb >> 16 & 0xff) * alpha / 255;
        int green = (argb >> 8 & 0xff) * alpha / 255;
        int blue = (argb & 0xff) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
