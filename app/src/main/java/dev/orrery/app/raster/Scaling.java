package dev.orrery.app.raster;

/// Puts finished pixels onto others, moved or scaled.
public final class Scaling {
    private Scaling() {}

    /// Draws pixels over a part of a raster: pixel (x, y) of the target shows `((x - dx) / scale, (y - dy) / scale)` of
    /// the source, between pixels where it must. What the source does not cover is left alone.
    ///
    /// @param source row by row from the top
    public static void draw(int[] source, int width, int height, double scale, double dx, double dy, Raster target) {
        if (!(scale > 1e-9 && scale < 1e9 && Math.abs(dx) < 1e9 && Math.abs(dy) < 1e9)) {
            return;
        }
        int left = (int) Math.max(0, Math.ceil(dx));
        int top = (int) Math.max(0, Math.ceil(dy));
        int right = (int) Math.min(target.width(), Math.floor(dx + width * scale));
        int bottom = (int) Math.min(target.height(), Math.floor(dy + height * scale));
        if (left >= right) {
            return;
        }
        if (scale == 1 && dx == Math.rint(dx) && dy == Math.rint(dy)) {
            for (int y = top; y < bottom; y++) {
                System.arraycopy(
                        source,
                        (y - (int) dy) * width + left - (int) dx,
                        target.pixels(),
                        y * target.width() + left,
                        right - left);
            }
            return;
        }
        for (int y = top; y < bottom; y++) {
            row(source, width, height, scale, dx, dy, target, y, left, right);
        }
    }

    private static void row(
            int[] source,
            int width,
            int height,
            double scale,
            double dx,
            double dy,
            Raster target,
            int y,
            int left,
            int right) {
        int[] pixels = target.pixels();
        // Fixed point, 16 bits; centres of pixels meet.
        long step = (long) (65536 / scale);
        long v = (long) (((y + 0.5 - dy) / scale - 0.5) * 65536);
        int upper = Math.clamp(v >> 16, 0, height - 1) * width;
        int lower = Math.clamp((v >> 16) + 1, 0, height - 1) * width;
        int down = (int) (v >> 8 & 0xff);
        long u = (long) (((left + 0.5 - dx) / scale - 0.5) * 65536);
        int last = width - 1;
        for (int x = left, at = y * target.width() + left; x < right; x++, at++, u += step) {
            int column = (int) (u >> 16);
            int here = column < 0 ? 0 : Math.min(column, last);
            int next = column < 0 ? 0 : Math.min(column + 1, last);
            int across = (int) (u >> 8 & 0xff);
            int a = mix(source[upper + here], source[upper + next], across);
            int b = mix(source[lower + here], source[lower + next], across);
            pixels[at] = mix(a, b, down);
        }
    }

    private static int mix(int one, int other, int part) {
        int rest = 256 - part;
        int redBlue = (((one & 0xff00ff) * rest + (other & 0xff00ff) * part) >>> 8) & 0xff00ff;
        int alphaGreen = (one >>> 8 & 0xff00ff) * rest + (other >>> 8 & 0xff00ff) * part & 0xff00ff00;
        return redBlue | alphaGreen;
    }
}
