package dev.orrery.app.bench;

import dev.orrery.app.runtime.Store;
import dev.orrery.app.settings.SecretKeeping;
import dev.orrery.app.shell.Delay;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.app.shell.Surroundings;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Palette;
import dev.orrery.history.DayStrip;
import dev.orrery.persistence.Settings;
import dev.orrery.revision.Revision;
import dev.orrery.suggestion.CoChange;
import dev.orrery.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Nothing around a window that is measured.
final class Alone implements Surroundings {
    private final Executor worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("orrery-diagrams").factory());

    /// The real window of a store, on the screen.
    static MainWindow window(Store store) {
        MainWindow window = new MainWindow(store::session, store::dispatch, new Alone(), List.of(), Delay.onClock());
        store.show(window::render);
        Scene scene = new Scene(window, 1440, 900);
        Theme.apply(scene, Palette.LIGHT);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return window;
    }

    @Override
    public void browse(URI link) {
        throw new UnsupportedOperationException("nobody clicks");
    }

    @Override
    public void lastDay(String service, int checks, Consumer<DayStrip> then) {
        // There is no history.
    }

    @Override
    public void revisions(List<Path> paths, Consumer<List<Revision>> then) {
        then.accept(List.of());
    }

    @Override
    public Executor worker() {
        return worker;
    }

    @Override
    public <T> void aside(Supplier<T> work, Consumer<T> then) {
        throw new UnsupportedOperationException("nobody clicks");
    }

    @Override
    public CoChange coChange(List<Path> opened, Topology topology) {
        return CoChange.NONE;
    }

    @Override
    public void quit() {
        throw new UnsupportedOperationException("nobody clicks");
    }

    @Override
    public List<String> log() {
        return List.of();
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULT;
    }

    @Override
    public void change(Settings settings) {
        throw new UnsupportedOperationException("nobody changes settings");
    }

    @Override
    public void forgetTrust() {
        throw new UnsupportedOperationException("nobody clicks");
    }

    @Override
    public SecretKeeping secrets() {
        throw new UnsupportedOperationException("nobody opens the preferences");
    }

    @Override
    public String version() {
        return "";
    }
}
