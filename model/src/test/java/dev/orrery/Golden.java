package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with a kept file in the test resources. `-Dgolden.update=true` rewrites the file instead; look at
/// the difference before committing it.
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "dev", "orrery");

    private Golden() {}

    /// @param name relative to the test resources of `dev.orrery`
    public static void compare(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("run once with -Dgolden.update=true").exists();
            assertThat(actual).as(name).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
