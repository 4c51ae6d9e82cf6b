package dev.orrery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.json.Json;
import dev.orrery.probe.Secret;
import dev.orrery.probe.Secrets.Found;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the value of a secret comes from.
sealed interface SecretSource {
    /// Longer than any header may be.
    int LARGEST_FILE = 16 * 1024;

    Found read();

    /// What an entry of the user's secrets says.
    ///
    /// @param kept where the entry stands; a relative file is beside it
    static SecretSource of(Json.Obj entry, Path kept, Function<String, @Nullable String> environment) {
        if (entry.get("variable").orElse(Json.NULL) instanceof Json.Text(String name)) {
            return new Variable(name, environment);
        }
        if (entry.get("file").orElse(Json.NULL) instanceof Json.Text(String file)) {
            return new InFile(kept, file);
        }
        if (entry.get("value").orElse(Json.NULL) instanceof Json.Text(String value)) {
            return new Stated(Secret.of(value));
        }
        return new Nowhere();
    }

    record Variable(String name, Function<String, @Nullable String> environment) implements SecretSource {
        @Override
        public Found read() {
            String value = environment.apply(name);
            return value == null || value.isBlank()
                    ? new Found.Unreadable(Messages.of("secret.variable-unset", Untrusted.oneLine(name)))
                    : new Found.Given(Secret.of(value));
        }
    }

    record InFile(Path kept, String name) implements SecretSource {
        @Override
        public Found read() {
            String shown = Untrusted.oneLine(name);
            try {
                Path file = kept.resolveSibling(name);
                // A pipe would wait for a writer.
                if (!Files.isRegularFile(file)) {
                    return new Found.Unreadable(Messages.of("secret.file-missing", shown));
                }
                if (OwnerOnly.refuses(file)) {
                    return new Found.Unreadable(Messages.of("secret.open-to-others", shown));
                }
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
                    return bytes.length > LARGEST_FILE
                            ? new Found.Unreadable(Messages.of("secret.file-large", shown))
                            : new Found.Given(Secret.of(new String(bytes, UTF_8)));
                }
            } catch (IOException | InvalidPathException unread) {
                return new Found.Unreadable(Messages.of("secret.file-missing", shown));
            }
        }
    }

    record Stated(Secret value) implements SecretSource {
        @Override
        public Found read() {
            return new Found.Given(value);
        }
    }

    record Nowhere() implements SecretSource {
        @Override
        public Found read() {
            return new Found.Unreadable(Messages.of("secret.nowhere"));
        }
    }
}
