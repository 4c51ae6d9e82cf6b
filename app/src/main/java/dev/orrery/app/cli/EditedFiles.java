package dev.orrery.app.cli;

import dev.orrery.descriptor.SourceText;
import dev.orrery.edit.ChangedFile;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.Written;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes changed files, all or none: only where each still has the bytes that were read, and back where one fails.
final class EditedFiles {
    private EditedFiles() {}

    /// @return what went wrong, as sentences; none where all is written
    static List<String> write(List<ChangedFile> changed) {
        List<String> wrong = new ArrayList<>();
        for (ChangedFile file : changed) {
            if (!isAsRead(file)) {
                wrong.add(Messages.of("cli.edit.changed", Untrusted.oneLine(file.file())));
            }
        }
        AtomicFile files = AtomicFile.shared();
        List<ChangedFile> written = new ArrayList<>();
        for (ChangedFile file : wrong.isEmpty() ? changed : List.<ChangedFile>of()) {
            byte[] content = new SourceText(file.file(), file.content()).encode();
            if (files.write(path(file), content) instanceof Written.Refused refused) {
                wrong.add(refused.why());
                written.forEach(
                        done -> files.write(path(done), done.before().text().encode()));
                break;
            }
            written.add(file);
        }
        return wrong;
    }

    private static Path path(ChangedFile file) {
        return file.before().path();
    }

    private static boolean isAsRead(ChangedFile file) {
        try {
            return Arrays.equals(
                    Files.readAllBytes(path(file)), file.before().text().encode());
        } catch (IOException gone) {
            return false;
        }
    }
}
