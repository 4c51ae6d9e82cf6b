package dev.orrery.persistence;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads and writes a workspace file: YAML of format 1 with the keys `format`, `collapsed` and `pins`.
///
/// Other keys, comments and line ends are the user's own and survive every write. A file that cannot be read, or is of
/// a later format, is reported and never written over.
public final class WorkspaceFile {
    private final AtomicFile files;

    public WorkspaceFile(AtomicFile files) {
        this.files = files;
    }

    /// @param problems with the file's name and place
    public record Read(Workspace workspace, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /// What the file says; an empty workspace where there is none or it cannot be read.
    public Read read(Path file) {
        return switch (load(file)) {
            case Loaded.Text(WorkspaceText text) -> new Read(text.workspace(), text.problems());
            case Loaded.Unreadable(Problem problem) -> new Read(Workspace.EMPTY, List.of(problem));
        };
    }

    /// Writes what differs from what the file says now. An empty workspace makes no file.
    public Written write(WorkspacePlace place, Workspace workspace) {
        Path file = place.write();
        // A read-only folder's own workspace is where the copy in the data folder starts from.
        Path base = Files.exists(file) ? file : place.read();
        return switch (load(base)) {
            case Loaded.Unreadable(Problem problem) -> AtomicFile.refused(file, problem.message());
            case Loaded.Text(WorkspaceText old) -> write(place, old, workspace);
        };
    }

    private Written write(WorkspacePlace place, WorkspaceText old, Workspace workspace) {
        Path file = place.write();
        if (!old.readable()) {
            return AtomicFile.refused(file, old.problems().getFirst().message());
        }
        boolean same = old.workspace().visibility().equals(workspace.visibility())
                && WorkspaceSplice.rounded(old.workspace()).equals(WorkspaceSplice.rounded(workspace));
        if (same) {
            return new Written.Done(file);
        }
        String text = WorkspaceSplice.into(old, workspace);
        WorkspaceText again = WorkspaceText.read(new SourceText(old.text().file(), text));
        boolean asMeant = again.readable()
                && again.workspace().visibility().equals(workspace.visibility())
                && again.workspace().pins().equals(WorkspaceSplice.rounded(workspace))
                && again.sections().keySet().containsAll(old.sections().keySet());
        if (!asMeant) {
            return AtomicFile.refused(file, Messages.of("file.workspace-form"));
        }
        Path folder = file.getParent();
        if (!place.write().equals(place.read()) && folder != null) {
            Optional<String> missing = DataFolder.ensure(folder);
            if (missing.isPresent()) {
                return new Written.Refused(file, missing.get());
            }
        }
        return files.write(file, text);
    }

    private sealed interface Loaded {
        record Text(WorkspaceText text) implements Loaded {}

        record Unreadable(Problem problem) implements Loaded {}
    }

    private static Loaded load(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded.Text(WorkspaceText.read(new SourceText(name, "")));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return switch (SourceText.decode(name, in.readNBytes(SourceText.LARGEST + 1))) {
                case Decoded.Text(SourceText text) -> new Loaded.Text(WorkspaceText.read(text));
                case Decoded.Refused(Problem problem) -> new Loaded.Unreadable(problem);
            };
        } catch (IOException failed) {
            return new Loaded.Unreadable(
                    Problem.error("workspace-unreadable", SourceLocation.startOf(name), AtomicFile.words(failed)));
        }
    }
}
