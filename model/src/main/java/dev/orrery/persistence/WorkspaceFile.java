package dev.orrery.persistence;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.Folding;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideText;
import dev.orrery.guide.StatedGuide;
import dev.orrery.problem.Problem;
import dev.orrery.session.Arrangement;
import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads and writes a workspace file: YAML of format 1 with the keys `format`, `collapsed`, `pins`, `hubs`,
/// `notes` and `views`.
///
/// Other keys, comments and line ends are the user's own and survive every write. A file that cannot be read, or is of
/// a later format, is reported and never written over.
public final class WorkspaceFile {
    private final AtomicFile files;

    public WorkspaceFile(AtomicFile files) {
        this.files = files;
    }

    /// @param guide the notes and views of the arrangement, with their places
    /// @param problems with the file's name and place
    public record Read(Arrangement arrangement, StatedGuide guide, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /// The arrangement that the file keeps; none where there is no file or it cannot be read.
    public Read read(Path file) {
        return switch (load(file)) {
            case Loaded.Text(WorkspaceText text) -> new Read(text.arrangement(), text.guide(), text.problems());
            case Loaded.Unreadable(Problem problem) -> new Read(Arrangement.NONE, StatedGuide.NONE, List.of(problem));
        };
    }

    /// The sections that people write by themselves, such as aliases, as they stand there; none where there is no file.
    /// Of a file that cannot be told apart into sections it is the whole.
    public static Map<String, String> stated(Path file) {
        return switch (load(file)) {
            case Loaded.Unreadable _ -> Map.of();
            case Loaded.Text(WorkspaceText text) -> text.stated();
        };
    }

    /// Writes what differs from what the file says now, but for notes and views, which stay. No arrangement makes no
    /// file.
    public Written write(WorkspacePlace place, Arrangement arrangement) {
        return write(place, arrangement, arrangement.guide());
    }

    /// The same with notes and views, where they are others than those that the file is known to hold. Refused where
    /// somebody wrote others into it meanwhile: they would be lost.
    public Written write(WorkspacePlace place, Arrangement arrangement, Guide known) {
        Path file = place.write();
        return switch (load(base(place))) {
            case Loaded.Unreadable(Problem problem) -> AtomicFile.refused(file, problem.message());
            case Loaded.Text(WorkspaceText old) -> {
                Guide said = old.guide().guide();
                boolean stays = arrangement.guide().equals(known);
                yield stays || said.equals(known)
                        ? write(place, old, stays ? arrangement.withGuide(said) : arrangement)
                        : AtomicFile.refused(file, Messages.of("file.workspace-guide-changed"));
            }
        };
    }

    /// A read-only folder's own workspace is where the copy in the data folder starts from.
    static Path base(WorkspacePlace place) {
        return Files.exists(place.write()) ? place.write() : place.read();
    }

    private Written write(WorkspacePlace place, WorkspaceText old, Arrangement arrangement) {
        Path file = place.write();
        if (!old.readable()) {
            return AtomicFile.refused(file, old.problems().getFirst().message());
        }
        boolean sameGuide = old.guide().guide().equals(arrangement.guide());
        if (!sameGuide && !old.guide().whole()) {
            return AtomicFile.refused(file, Messages.of("file.workspace-guide"));
        }
        boolean same = WorkspaceSplice.isSaid(old, arrangement)
                && sameGuide
                && old.arrangement().hubs() == arrangement.hubs()
                && WorkspaceSplice.rounded(old.arrangement()).equals(WorkspaceSplice.rounded(arrangement));
        if (same) {
            return new Written.Done(file);
        }
        String text = WorkspaceSplice.into(old, arrangement);
        WorkspaceText again = WorkspaceText.read(new SourceText(old.text().file(), text));
        Set<String> left = new TreeSet<>(old.sections().keySet());
        if (!arrangement.chosen()) {
            left.remove(WorkspaceText.COLLAPSED);
        }
        if (arrangement.hubs() == Folding.AUTOMATIC) {
            left.remove(WorkspaceText.HUBS);
        }
        if (arrangement.guide().views().isEmpty()) {
            left.remove(GuideText.VIEWS);
        }
        if (arrangement.guide().about().isEmpty() && arrangement.guide().notes().isEmpty()) {
            left.remove(GuideText.NOTES);
        }
        boolean asMeant = again.readable()
                && WorkspaceSplice.isSaid(again, arrangement)
                && again.arrangement().hubs() == arrangement.hubs()
                && again.arrangement().guide().equals(arrangement.guide())
                && again.arrangement().pins().equals(WorkspaceSplice.rounded(arrangement))
                && again.sections().keySet().containsAll(left);
        if (!asMeant) {
            return AtomicFile.refused(file, Messages.of("file.workspace-form"));
        }
        return put(files, place, text);
    }

    static Written put(AtomicFile files, WorkspacePlace place, String text) {
        Path file = place.write();
        Path folder = file.getParent();
        if (!place.write().equals(place.read()) && folder != null) {
            Optional<String> missing = DataFolder.ensure(folder);
            if (missing.isPresent()) {
                return new Written.Refused(file, missing.get());
            }
        }
        return files.write(file, text);
    }

    sealed interface Loaded {
        record Text(WorkspaceText text) implements Loaded {}

        record Unreadable(Problem problem) implements Loaded {}
    }

    static Loaded load(Path file) {
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
