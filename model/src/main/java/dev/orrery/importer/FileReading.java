package dev.orrery.importer;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one file, or of a folder that was not entered.
///
/// @param file relative to the root, with `/`
/// @param formats that its documents were read as, sorted; empty where none was
/// @param note why it was not read, a code whose sentence the bundle has as `reading.<code>`; null where it was
public record FileReading(
        String file, List<String> formats, @Nullable String note) implements Comparable<FileReading> {
    public FileReading {
        formats = formats.stream().distinct().sorted().toList();
    }

    static FileReading passedOver(String file, String note) {
        return new FileReading(file, List.of(), note);
    }

    public boolean isRead() {
        return !formats.isEmpty();
    }

    /// The sentence for people that says why it was not read.
    public Optional<String> reason() {
        return Optional.ofNullable(note).map(code -> Messages.of("reading." + code));
    }

    @Override
    public int compareTo(FileReading other) {
        return file.compareTo(other.file);
    }
}
