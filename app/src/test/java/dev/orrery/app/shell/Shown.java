package dev.orrery.app.shell;

import dev.orrery.app.settings.SecretKeeping;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Palette;
import dev.orrery.history.DayStrip;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SecretList;
import dev.orrery.persistence.Settings;
import dev.orrery.revision.Revision;
import dev.orrery.revision.Revisions;
import dev.orrery.suggestion.CoChange;
import dev.orrery.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A main window over an explored session, in surroundings that only remember what they were asked.
public final class Shown implements Surroundings {
    /// Work that was put off; the test runs it.
    public final List<Runnable> later = new ArrayList<>();

    public final List<URI> browsed = new ArrayList<>();
    public final MainWindow window;
    public Settings settings = Settings.DEFAULT.withReducedMotion(true);
    public boolean trustForgotten;

    /// Of which services the last day was asked for.
    public final List<String> daysAsked = new ArrayList<>();
    /// Where secrets are kept, and the environment in which variables are.
    public DataFolder data = new DataFolder(Path.of("nowhere"));

    public Map<String, String> environment = Map.of();

    /// What the repository around what is opened tells.
    public CoChange coChange = CoChange.NONE;

    /// What the history has of every service.
    public @Nullable DayStrip day;

    public Shown(Explored explored, List<Welcome> samples) {
        Delay delay = (Duration _, Runnable work) -> {
            later.add(work);
            return () -> later.remove(work);
        };
        window = new MainWindow(explored::session, explored::dispatch, this, samples, delay);
        explored.store.show(window::render);
    }

    /// A scene without a window: a picture may be larger than the screen.
    public Scene alone(Palette palette, double width, double height) {
        Scene scene = new Scene(window, width, height);
        Theme.apply(scene, palette);
        return scene;
    }

    public Scene on(Stage stage, Palette palette, double width, double height) {
        Scene scene = new Scene(window, width, height);
        Theme.apply(scene, palette);
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        return scene;
    }

    @Override
    public void browse(URI link) {
        browsed.add(link);
    }

    @Override
    public void lastDay(String service, int checks, Consumer<DayStrip> then) {
        daysAsked.add(service);
        if (day != null) {
            then.accept(day);
        }
    }

    @Override
    public void revisions(List<Path> paths, Consumer<List<Revision>> then) {
        then.accept(Revisions.touching(paths, 20, () -> false));
    }

    @Override
    public Executor worker() {
        return Runnable::run;
    }

    @Override
    public <T> void aside(Supplier<T> work, Consumer<T> then) {
        then.accept(work.get());
    }

    @Override
    public CoChange coChange(List<Path> opened, Topology topology) {
        return coChange;
    }

    @Override
    public void quit() {
        throw new UnsupportedOperationException("no test quits");
    }

    @Override
    public List<String> log() {
        return List.of("2026-03-01T03:15:58Z INFO    Prober: 12 checks every 15 s");
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(Settings next) {
        settings = next;
    }

    @Override
    public void forgetTrust() {
        trustForgotten = true;
    }

    @Override
    public SecretKeeping secrets() {
        return new SecretKeeping(new SecretList(data, environment::get), Runnable::run, Runnable::run);
    }

    @Override
    public String version() {
        return "0.1.0";
    }
}
