package dev.orrery.probe.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A body among the test resources, with what is to be read from it: a line `file | format | state | parts` of
/// `expected.txt`. The format `silent` stands for a body that says nothing, `ambiguous` for one that nobody can read
/// for sure.
record Golden(String file, String format, String state, List<String> parts) {
    Golden {
        parts = List.copyOf(parts);
    }

    static List<Golden> all() {
        return resource("expected.txt").lines().map(Golden::of).toList();
    }

    private static Golden of(String line) {
        String[] columns = line.split(" \\| ?", 4);
        String parts = columns[3];
        return new Golden(
                columns[0], columns[1], columns[2], parts.isEmpty() ? List.of() : List.of(parts.split("; ", -1)));
    }

    String body() {
        return resource(file);
    }

    boolean isSaid() {
        return !format.equals("silent") && !format.equals("ambiguous");
    }

    @Override
    public String toString() {
        return file;
    }

    private static String resource(String file) {
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
