package dev.orrery.app.raster;

import java.util.Arrays;

/// The way of a line in pixels, cut at its dashes: straight pieces, with curves already cut into short ones. One is
/// used again and again.
public final class LinePath {
    /// A curve is as many pieces.
    private static final int PIECES = 6;
    /// A shorter piece goes with its neighbours.
    private static final double SHORT = 4;
    /// A slanting piece that is larger is drawn by its distance.
    private static final double LARGE = 20_000;

    private double[] xy = new double[64];
    private int length;
    private double[] dashes = {};
    private final double[][] ribbon = {new double[64]};
    private final int[] ribbonLength = {0};

    public void clear() {
        length = 0;
        dashes = new double[0];
    }

    /// @param lengths of dash and gap in turn; none for a whole line
    public void dashes(double... lengths) {
        dashes = lengths;
    }

    /// Corners so far.
    int length() {
        return length / 2;
    }

    public void to(double x, double y) {
        if (length == xy.length) {
            xy = Arrays.copyOf(xy, 2 * length);
        }
        xy[length++] = x;
        xy[length++] = y;
    }

    /// A curve from where it is now.
    public void quad(double cx, double cy, double x, double y) {
        double fromX = xy[length - 2];
        double fromY = xy[length - 1];
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double u = 1 - t;
            to(u * u * fromX + 2 * u * t * cx + t * t * x, u * u * fromY + 2 * u * t * cy + t * t * y);
        }
    }

    void cover(Mask mask, double thickness, double left, double top, double right, double bottom) {
        if (dashes.length == 0) {
            cover(mask, xy, length, thickness, left, top, right, bottom);
            return;
        }
        LinePath dash = new LinePath();
        double rest = dashes[0];
        int turn = 0;
        dash.to(xy[0], xy[1]);
        for (int i = 2; i < length; i += 2) {
            double x = xy[i - 2];
            double y = xy[i - 1];
            double whole = Math.hypot(xy[i] - x, xy[i + 1] - y);
            double done = 0;
            if (!seen(x, y, xy[i], xy[i + 1], thickness, left, top, right, bottom) && whole > SHORT) {
                // As if drawn: only the phase is needed.
                double period = Arrays.stream(dashes).sum();
                done = period > 0 ? Math.floor(whole / period) * period : whole;
                if (!(done < 1e9)) {
                    return;
                }
                dash.restart(x, y, xy[i], xy[i + 1], done / whole);
            }
            while (whole - done > rest) {
                done += rest;
                double at = done / whole;
                dash.to(x + (xy[i] - x) * at, y + (xy[i + 1] - y) * at);
                if (turn % 2 == 0) {
                    cover(mask, dash.xy, dash.length, thickness, left, top, right, bottom);
                }
                dash.restart(x, y, xy[i], xy[i + 1], at);
                turn = (turn + 1) % dashes.length;
                rest = Math.max(0.05, dashes[turn]);
            }
            rest -= whole - done;
            dash.to(xy[i], xy[i + 1]);
        }
        if (turn % 2 == 0) {
            cover(mask, dash.xy, dash.length, thickness, left, top, right, bottom);
        }
    }

    private void restart(double ax, double ay, double bx, double by, double at) {
        length = 0;
        to(ax + (bx - ax) * at, ay + (by - ay) * at);
    }

    private void cover(
            Mask mask,
            double[] corners,
            int count,
            double thickness,
            double left,
            double top,
            double right,
            double bottom) {
        double half = thickness / 2;
        int begin = 0;
        for (int i = 2; i < count; i += 2) {
            double ax = corners[i - 2];
            double ay = corners[i - 1];
            double bx = corners[i];
            double by = corners[i + 1];
            boolean upright = ax == bx || ay == by;
            double size = Math.abs(ax - bx) + Math.abs(ay - by);
            if ((size < SHORT && count > 4) || (!upright && Math.abs((ax - bx) * (ay - by)) < LARGE)) {
                continue;
            }
            ribbon(mask, corners, begin, i, half);
            begin = i;
            if (!seen(ax, ay, bx, by, half, left, top, right, bottom)) {
                continue;
            }
            if (ax == bx) {
                mask.box(ax - half, Math.min(ay, by), ax + half, Math.max(ay, by), 1);
            } else if (ay == by) {
                mask.box(Math.min(ax, bx), ay - half, Math.max(ax, bx), ay + half, 1);
            } else {
                mask.capsule(ax, ay, bx, by, thickness);
            }
        }
        ribbon(mask, corners, begin, count, half);
    }

    /// Several short pieces as one band.
    private void ribbon(Mask mask, double[] corners, int from, int to, double half) {
        int count = (to - from) / 2;
        if (count < 2) {
            return;
        }
        if (ribbon[0].length < 4 * count) {
            ribbon[0] = new double[8 * count];
        }
        double[] band = ribbon[0];
        for (int i = 0; i < count; i++) {
            int here = from + 2 * i;
            int before = Math.max(from, here - 2);
            int after = Math.min(to - 2, here + 2);
            double dx = corners[after] - corners[before];
            double dy = corners[after + 1] - corners[before + 1];
            double size = Math.hypot(dx, dy);
            double nx = size == 0 ? 0 : -dy / size * half;
            double ny = size == 0 ? 0 : dx / size * half;
            band[2 * i] = corners[here] + nx;
            band[2 * i + 1] = corners[here + 1] + ny;
            int back = 4 * count - 2 * i - 2;
            band[back] = corners[here] - nx;
            band[back + 1] = corners[here + 1] - ny;
        }
        ribbonLength[0] = 4 * count;
        mask.polygon(ribbon, ribbonLength, 1);
    }

    private static boolean seen(
            double ax,
            double ay,
            double bx,
            double by,
            double around,
            double left,
            double top,
            double right,
            double bottom) {
        return Math.min(ax, bx) - around < right
                && Math.max(ax, bx) + around > left
                && Math.min(ay, by) - around < bottom
                && Math.max(ay, by) + around > top;
    }
}
