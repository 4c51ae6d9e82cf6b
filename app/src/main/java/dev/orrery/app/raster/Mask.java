package dev.orrery.app.raster;

import java.util.Arrays;

/// How much of each pixel a shape covers, while the shape is put together from pieces. Pieces that meet within a pixel
/// add up, so that no seam shows. Empty again after it was [drained][#drain].
final class Mask {
    /// A polygon that is larger is not the picture's.
    private static final int LARGEST = 8192;

    private final int width;
    private final float[] cover;
    private final int[] from;
    private final int[] to;
    private int clipLeft;
    private int clipTop;
    private int clipRight;
    private int clipBottom;
    private int top = Integer.MAX_VALUE;
    private int bottom;
    private float[] areas = new float[1024];

    Mask(int width, int height) {
        this.width = width;
        cover = new float[width * height];
        from = new int[height];
        to = new int[height];
        Arrays.fill(from, Integer.MAX_VALUE);
    }

    /// Takes one row of pixels.
    interface Rows {
        /// @param cover of the pixels from `start` on, at `offset + x`; to be set to 0
        void row(int y, int left, int right, float[] cover, int offset);
    }

    void clip(int left, int top, int right, int bottom) {
        clipLeft = left;
        clipTop = top;
        clipRight = right;
        clipBottom = bottom;
    }

    /// An upright box.
    void box(double x0, double y0, double x1, double y1, double weight) {
        double left = Math.max(x0, clipLeft);
        double right = Math.min(x1, clipRight);
        int first = (int) Math.floor(Math.max(y0, clipTop));
        double low = Math.min(y1, clipBottom);
        if (!(left < right)) {
            return;
        }
        for (int y = first; y < low; y++) {
            span(y, left, right, weight * (Math.min(y + 1, low) - Math.max(y, Math.max(y0, clipTop))));
        }
    }

    /// Part of a row, from one place to another, inside the clip.
    private void span(int y, double left, double right, double weight) {
        int first = (int) left;
        int last = (int) Math.ceil(right) - 1;
        int row = y * width;
        if (first == last) {
            cover[row + first] += (float) (weight * (right - left));
        } else {
            cover[row + first] += (float) (weight * (first + 1 - left));
            for (int x = first + 1; x < last; x++) {
                cover[row + x] += (float) weight;
            }
            cover[row + last] += (float) (weight * (right - last));
        }
        touch(y, first, last + 1);
    }

    /// The inside of rows of corners, each closed by itself; what runs the other way round cuts a hole.
    ///
    /// @param rows how many of `corners`; row `i` has `lengths[i]` numbers, x and y in turn
    void polygon(double[][] corners, int[] lengths, int rows) {
        double left = Double.MAX_VALUE;
        double high = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double low = -Double.MAX_VALUE;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < lengths[i]; j += 2) {
                left = Math.min(left, corners[i][j]);
                right = Math.max(right, corners[i][j]);
                high = Math.min(high, corners[i][j + 1]);
                low = Math.max(low, corners[i][j + 1]);
            }
        }
        if (!(left < clipRight && right > clipLeft && high < clipBottom && low > clipTop) || right - left > LARGEST) {
            return;
        }
        int x0 = (int) Math.floor(left);
        int stride = (int) Math.ceil(right) - x0 + 2;
        int y0 = (int) Math.floor(Math.max(high, clipTop));
        int height = (int) Math.ceil(Math.min(low, clipBottom)) - y0;
        int size = stride * height;
        if (areas.length < size) {
            areas = new float[size];
        } else {
            Arrays.fill(areas, 0, size, 0);
        }
        for (int i = 0; i < rows; i++) {
            double[] row = corners[i];
            int length = lengths[i];
            for (int j = 0; j < length; j += 2) {
                int k = j + 2 == length ? 0 : j + 2;
                side(row[j] - x0, row[j + 1] - y0, row[k] - x0, row[k + 1] - y0, stride, height);
            }
        }
        int first = Math.max(0, clipLeft - x0);
        int last = Math.min(stride, clipRight - x0);
        for (int y = 0; y < height; y++) {
            float sum = 0;
            for (int x = 0; x < first; x++) {
                sum += areas[y * stride + x];
            }
            int target = (y0 + y) * width + x0;
            for (int x = first; x < last; x++) {
                sum += areas[y * stride + x];
                cover[target + x] += Math.min(1, Math.abs(sum));
            }
            touch(y0 + y, x0 + first, x0 + last);
        }
    }

    /// Adds the signed area that one side of a polygon leaves to its right, as font rasterisers do (Raph Levien,
    /// "Inside the fastest font renderer in the world", 2016).
    private void side(double ax, double ay, double bx, double by, int stride, int height) {
        if (ay == by) {
            return;
        }
        double direction = ay < by ? 1 : -1;
        double x = ay < by ? ax : bx;
        double start = Math.min(ay, by);
        double end = Math.min(Math.max(ay, by), height);
        double slope = (bx - ax) / (by - ay);
        if (start < 0) {
            x -= start * slope;
            start = 0;
        }
        for (int y = (int) start; y < end; y++) {
            int row = y * stride;
            double dy = Math.min(y + 1, end) - Math.max(y, start);
            double next = x + slope * dy;
            double d = dy * direction;
            double x0 = Math.min(x, next);
            double x1 = Math.max(x, next);
            int first = (int) x0;
            int last = (int) Math.ceil(x1);
            if (last <= first + 1) {
                double middle = 0.5 * (x + next) - first;
                areas[row + first] += (float) (d - d * middle);
                areas[row + first + 1] += (float) (d * middle);
            } else {
                double s = 1 / (x1 - x0);
                double f0 = 1 - (x0 - first);
                double a0 = 0.5 * s * f0 * f0;
                double f1 = x1 - last + 1;
                double am = 0.5 * s * f1 * f1;
                areas[row + first] += (float) (d * a0);
                if (last == first + 2) {
                    areas[row + first + 1] += (float) (d * (1 - a0 - am));
                } else {
                    double a1 = s * (1.5 - (x0 - first));
                    areas[row + first + 1] += (float) (d * (a1 - a0));
                    for (int i = first + 2; i < last - 1; i++) {
                        areas[row + i] += (float) (d * s);
                    }
                    double a2 = a1 + (last - first - 3) * s;
                    areas[row + last - 1] += (float) (d * (1 - a2 - am));
                }
                areas[row + last] += (float) (d * am);
            }
            x = next;
        }
    }

    /// A straight piece of a line with round ends; covers what it meets no more than once.
    void capsule(double ax, double ay, double bx, double by, double thickness) {
        double reach = Math.max(thickness, 1) / 2 + 0.5;
        double most = Math.min(1, thickness);
        double half = Math.max(thickness, 1) / 2;
        int y0 = (int) Math.floor(Math.max(Math.min(ay, by) - reach, clipTop));
        int y1 = (int) Math.ceil(Math.min(Math.max(ay, by) + reach, clipBottom));
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        for (int y = y0; y < y1; y++) {
            double cy = y + 0.5;
            double left = Math.min(ax, bx);
            double right = Math.max(ax, bx);
            if (dy != 0) {
                double t0 = Math.clamp((cy - reach - ay) / dy, 0, 1);
                double t1 = Math.clamp((cy + reach - ay) / dy, 0, 1);
                left = ax + dx * (dx > 0 == dy > 0 ? Math.min(t0, t1) : Math.max(t0, t1));
                right = ax + dx * (dx > 0 == dy > 0 ? Math.max(t0, t1) : Math.min(t0, t1));
                if (left > right) {
                    double swap = left;
                    left = right;
                    right = swap;
                }
            }
            int x0 = (int) Math.floor(Math.max(left - reach, clipLeft));
            int x1 = (int) Math.ceil(Math.min(right + reach, clipRight));
            for (int x = x0; x < x1; x++) {
                double px = x + 0.5 - ax;
                double py = cy - ay;
                double t = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
                double distance = Math.hypot(px - t * dx, py - t * dy);
                double covered = most * Math.clamp(half + 0.5 - distance, 0, 1);
                int index = y * width + x;
                cover[index] = Math.max(cover[index], (float) covered);
            }
            if (x0 < x1) {
                touch(y, x0, x1);
            }
        }
    }

    /// Hands over what was covered and is empty again.
    void drain(Rows rows) {
        for (int y = top; y < bottom; y++) {
            if (from[y] < to[y]) {
                rows.row(y, from[y], to[y], cover, y * width);
            }
            from[y] = Integer.MAX_VALUE;
            to[y] = 0;
        }
        top = Integer.MAX_VALUE;
        bottom = 0;
    }

    private void touch(int y, int left, int right) {
        from[y] = Math.min(from[y], left);
        to[y] = Math.max(to[y], right);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
    }
}
