package dev.orrery.persistence;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.session.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A program that edits, journals and saves one file without end, and says how far it is. To be ended by force.
final class Saver {
    static final String FILE = "shop.yaml";
    private static final int LINES = 4_000;

    private Saver() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        SavedTexts saved = new SavedTexts(AtomicFile.shared());
        System.out.println("ready");
        for (int number = first; ; number++) {
            Texts before = texts(number);
            Texts after = texts(number + 1);
            require(journal(folder).write(before, after));
            System.out.println("edited " + (number + 1));
            require(saved.write(List.of(source(folder, number)), after));
            require(journal(folder).write(after, after));
            System.out.println("saved " + (number + 1));
        }
    }

    static JournalFile journal(Path folder) {
        return new JournalFile(new DataFolder(folder.resolve("data")), List.of(folder), AtomicFile.ownerOnly());
    }

    static Texts texts(int number) {
        return new Texts(new TreeMap<>(Map.of(FILE, content(number))));
    }

    /// The number stands in every line, so that a torn file is seen.
    static String content(int number) {
        return ("service-" + number + ": {owner: team}\n").repeat(LINES);
    }

    private static SourceFile source(Path folder, int number) {
        return new SourceFile(
                folder.resolve(FILE), SourceFile.Role.NAMED, new SourceText(FILE, content(number)), List.of());
    }

    private static void require(Written written) {
        if (!written.isDone()) {
            throw new IllegalStateException(written.toString());
        }
    }
}
