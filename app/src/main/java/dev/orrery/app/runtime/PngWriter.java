package dev.orrery.app.runtime;

import dev.orrery.app.canvas.StillPicture;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Draws a diagram with the window's own nodes, without a window or a display, as PNG.
public final class PngWriter {
    /// 20,000 pixels to a side, and no more than this in all.
    private static final double MOST_PIXELS = 120e6;

    private static final double LONGEST_SIDE = 20_000;
    /// Rows that are drawn at a time, to keep memory small.
    private static final int BAND = 512;

    private PngWriter() {}

    /// The picture would be larger than is reasonable; says so in a sentence for people.
    public static final class TooLarge extends IOException {
        TooLarge(double width, double height) {
            super(Messages.of(
                    "png.too-large",
                    Long.toString(Math.round(width)),
                    Long.toString(Math.round(height)),
                    Long.toString(Math.round(LONGEST_SIDE)),
                    Long.toString(Math.round(MOST_PIXELS / 1e6))));
        }
    }

    /// Writes a whole diagram. Starts JavaFX where it does not run; blocks until all is written; the stream stays open.
    ///
    /// @param scale pixels for one pixel of the diagram; at small scales small print is left out, as in the window
    /// @throws TooLarge before anything is written
    /// @throws Toolkit.Missing where a library of the system is not there
    public static void write(Diagram diagram, Palette palette, double scale, OutputStream out)
            throws IOException, InterruptedException {
        double width = Math.ceil(StillPicture.width(diagram, scale));
        double height = Math.ceil(StillPicture.height(diagram, scale));
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new TooLarge(width, height);
        }
        Toolkit.startHeadless();
        StillPicture picture = call(() -> new StillPicture(diagram, palette, scale));
        int across = (int) width;
        int[] pixels = new int[across * BAND];
        try (Png png = new Png(out, across, (int) height)) {
            for (int top = 0; top < height; top += BAND) {
                int rows = Math.min(BAND, (int) height - top);
                int from = top;
                WritableImage image = call(() -> picture.draw(from, rows));
                image.getPixelReader()
                        .getPixels(0, 0, across, rows, PixelFormat.getIntArgbInstance(), pixels, 0, across);
                for (int row = 0; row < rows; row++) {
                    png.row(pixels, row * across);
                }
            }
        }
    }

    private static <T> T call(Callable<T> what) throws InterruptedException {
        try {
            return Toolkit.call(what);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the picture could not be drawn", e.getCause());
        }
    }
}
