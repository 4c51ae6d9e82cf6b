package dev.orrery.app.tour;

import dev.orrery.guide.NamedView;
import dev.orrery.persistence.WorkspacePlace;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens a file and begins its tour as soon as its picture is there, and compares where a view asks for it. FX thread
/// only.
public final class Tours {
    private static final long NONE = -1;

    private final Supplier<Session> session;
    private final Consumer<Action> actions;
    private @Nullable Path awaited;
    /// The move to a view for which a comparison was asked; it is asked once, since it may be left.
    private long comparedFor = NONE;

    public Tours(Supplier<Session> session, Consumer<Action> actions) {
        this.session = session;
        this.actions = actions;
    }

    public void begin(Path file) {
        awaited = file;
        actions.accept(new Action.Open(List.of(file)));
    }

    /// Goes on in another file, which has to lie within the root of what is open.
    ///
    /// @param path relative to the folder of the workspace
    public void goOn(String path) {
        Opened opened = session.get().opened();
        if (opened == null) {
            return;
        }
        there(opened, path).ifPresent(this::begin);
    }

    /// Empty, and told, where there is none within the root.
    private Optional<Path> there(Opened opened, String path) {
        Optional<Path> file = file(opened, path).filter(Files::exists);
        if (file.isEmpty()) {
            actions.accept(new Action.Told(Messages.of("tour.nowhere", Untrusted.oneLine(path))));
        }
        return file;
    }

    private static Optional<Path> file(Opened opened, String path) {
        try {
            Path from = WorkspacePlace.beside(opened.paths().getFirst());
            Path file = from.resolveSibling(path).normalize();
            Path root = opened.loaded().root().toAbsolutePath().normalize();
            return file.startsWith(root) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// To be told of every session.
    public void follow(Session now) {
        begin(now);
        compare(now);
    }

    /// What the view names is taken for what was there before.
    private void compare(Session now) {
        NamedView view = now.viewing().shown();
        Opened opened = now.opened();
        if (view == null || opened == null) {
            comparedFor = NONE;
            return;
        }
        boolean busy = now.arranging() != null || !now.opening().isEmpty();
        if (view.compare() == null || busy || now.viewing().moves() == comparedFor) {
            return;
        }
        comparedFor = now.viewing().moves();
        there(opened, view.compare())
                .ifPresent(file -> actions.accept(new Action.Compare(new Against.Paths(List.of(file)), true)));
    }

    private void begin(Session now) {
        Path file = awaited;
        if (file == null) {
            return;
        }
        Opened opened = now.opened();
        if (opened != null
                && opened.paths().equals(List.of(file))
                && now.opening().isEmpty()) {
            if (now.arranging() == null) {
                awaited = null;
                actions.accept(new Action.ShowStep(0));
            }
        } else if (now.opening().isEmpty()) {
            // It could not be opened, or something else was.
            awaited = null;
        }
    }
}
