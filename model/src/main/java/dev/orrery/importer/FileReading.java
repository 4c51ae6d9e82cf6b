package dev.orrery.importer;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of one file, or of a folder that was not entered.
///
/// @param file relative to the root, with `/`
/// @param formats that its documents were read as, sorted; empty where none was
/// @param note why it was not read, a code whose sentence the bundle has as `reading.<code>`; null where it was
public record FileReading(
        String file, List<String> formats, @Nullable String note) implements Comparable<FileReading> {
    private static final String BESIDE = "beside";
    private static final Set<String> OF_FOLDERS = Set.of("ignored-folder", "other-folder", "too-deep");

    public FileReading {
        formats = formats.stream().distinct().sorted().toList();
    }

    /// A file that is no descriptor by itself, and from which one takes values.
    static FileReading beside(String file) {
        return new FileReading(file, List.of(), BESIDE);
    }

    static FileReading passedOver(String file, String note) {
        return new FileReading(file, List.of(), note);
    }

    public boolean isRead() {
        return !formats.isEmpty();
    }

    /// Whether a descriptor takes values from it.
    public boolean isBeside() {
        return BESIDE.equals(note);
    }

    /// Whether it is a folder that was not entered.
    public boolean isFolder() {
        return note != null && OF_FOLDERS.contains(note);
    }

    /// The names of its formats for people, as in `Docker Compose`.
    public List<String> formatNames() {
        return formats.stream().map(format -> Messages.of("format." + format)).toList();
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
