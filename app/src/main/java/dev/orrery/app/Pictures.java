package dev.orrery.app;

import dev.orrery.app.cli.PictureWriter;
import dev.orrery.app.runtime.PngWriter;
import dev.orrery.app.runtime.Toolkit;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Pictures of pixels for the command line, drawn by the window's own nodes.
final class Pictures implements PictureWriter {
    /// Beside the file first, so that a failure leaves no half of a picture.
    @Override
    public void write(Diagram diagram, Palette palette, double scale, Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path draft = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                PngWriter.write(diagram, palette, scale, out);
            }
            Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (PngWriter.TooLarge | Toolkit.Missing refused) {
            throw new Refused(String.valueOf(refused.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while drawing", e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
