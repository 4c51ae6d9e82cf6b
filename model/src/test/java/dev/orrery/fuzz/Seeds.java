package dev.orrery.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Small descriptors of one format, from which mutation starts. Every format that is read has a folder of them among
/// the test resources, `dev/orrery/fuzz/seeds/<format>`, or two where it has two languages, the second called
/// `<format>-<language>`; the files' ending is the ending under which the format is read. A folder `door-<language>`
/// has texts for the parser alone that stands in front of all formats of a language.
record Seeds(String format, List<Path> files) {
    Seeds {
        files = List.copyOf(files);
    }

    static List<Seeds> all() {
        Path folder = folder();
        List<Seeds> all = new ArrayList<>();
        for (Path format : sorted(folder)) {
            all.add(new Seeds(String.valueOf(format.getFileName()), sorted(format)));
        }
        return all;
    }

    /// Those that are descriptors.
    static List<Seeds> formats() {
        return all().stream()
                .filter(seeds -> !seeds.format().startsWith("door-"))
                .toList();
    }

    static Seeds of(String format) {
        return all().stream()
                .filter(seeds -> seeds.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no seeds of " + format));
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            try {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return texts;
    }

    /// As in `seed.yaml`.
    String fileName() {
        String first = String.valueOf(files.getFirst().getFileName());
        return "seed" + first.substring(first.lastIndexOf('.'));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Seeds.class.getResource("/dev/orrery/fuzz/seeds/native/shop.yaml"))
                            .toURI())
                    .resolve("../..")
                    .normalize();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
