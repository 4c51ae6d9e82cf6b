package dev.orrery.app;

import dev.orrery.app.runtime.ImageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the window as test output, to be looked at.
final class Shots {
    private Shots() {}

    static Path write(Scene scene, String name) throws Exception {
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene.snapshot(null);
                })
                .get();
        Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
        ImageFile.write(image, file);
        return file;
    }
}
