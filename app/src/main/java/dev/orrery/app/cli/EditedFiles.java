package dev.orrery.app.cli;

import dev.orrery.edit.ChangedFile;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.SavedTexts;
import dev.orrery.persistence.Written;
import dev.orrery.session.Texts;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Writes changed files, all or none: only where each still has the bytes that were read, and back where one fails.
final class EditedFiles {
    private EditedFiles() {}

    /// @return what went wrong, as sentences; none where all is written
    static List<String> write(List<ChangedFile> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        TreeMap<String, String> contents = new TreeMap<>();
        changed.forEach(file -> contents.put(file.file(), file.content()));
        Written written = new SavedTexts(AtomicFile.shared())
                .write(changed.stream().map(ChangedFile::before).toList(), new Texts(contents));
        return switch (written) {
            case Written.Done _ -> List.of();
            case Written.Changed(Path file) -> List.of(Messages.of("cli.edit.changed", name(changed, file)));
            case Written.Refused refused -> List.of(refused.why());
        };
    }

    private static String name(List<ChangedFile> changed, Path path) {
        return changed.stream()
                .filter(file -> file.before().path().equals(path))
                .map(file -> Untrusted.oneLine(file.file()))
                .findFirst()
                .orElseGet(() -> Untrusted.oneLine(path.toString()));
    }
}
