package dev.orrery.app.shell;

import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Lets the user choose files to open or to compare with, by the system's own dialogs.
record FileChoice(Node window) {
    /// One or several files. Their names say nothing about their format, so all are shown.
    Optional<List<Path>> files(Session session) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.of("action.open-file"));
        chooser.setInitialDirectory(start(session));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Messages.of("open.descriptors"), "*.yaml", "*.yml", "*.json", "*.dsl"),
                        new FileChooser.ExtensionFilter(Messages.of("open.all"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(window.getScene().getWindow());
        return chosen == null || chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(chosen.stream().map(File::toPath).toList());
    }

    Optional<List<Path>> folder(Session session) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.of("action.open-folder"));
        chooser.setInitialDirectory(start(session));
        File chosen = chooser.showDialog(window.getScene().getWindow());
        return Optional.ofNullable(chosen).map(folder -> List.of(folder.toPath()));
    }

    /// The folder for a copy of what is open.
    Optional<Action> copy() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.of("action.save-copy"));
        File chosen = chooser.showDialog(window.getScene().getWindow());
        return Optional.ofNullable(chosen).map(folder -> new Action.SaveCopy(folder.toPath()));
    }

    /// Where the last file was.
    private static @Nullable File start(Session session) {
        Opened opened = session.opened();
        if (opened == null) {
            return null;
        }
        Path folder = opened.loaded().root();
        return Files.isDirectory(folder) ? folder.toFile() : null;
    }
}
