package dev.orrery.app.bench;

import dev.orrery.app.runtime.FxExecutor;
import dev.orrery.app.runtime.Inbox;
import dev.orrery.app.runtime.Store;
import dev.orrery.app.runtime.Toolkit;
import dev.orrery.app.settings.SecretKeeping;
import dev.orrery.app.shell.Delay;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.app.shell.Surroundings;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.Visibility;
import dev.orrery.history.DayStrip;
import dev.orrery.importer.Loaded;
import dev.orrery.persistence.Settings;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Effect;
import dev.orrery.session.Session;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window over a generated topology, moved by a script: what [FramesBench] measures, in a process of its own.
public final class FramesWindow {
    private static final int SERVICES = 10_000;
    private static final int DEPENDENCIES = 30_000;
    private static final int IN_BOUNDARY = 50;

    private final Store store = new Store(Session.startingAt(Instant.now()), this::perform);
    private final Topology topology;
    private final boolean collapsed;

    private FramesWindow(Topology topology, boolean collapsed) {
        this.topology = topology;
        this.collapsed = collapsed;
    }

    /// @param arguments `collapsed` or `expanded`, updates of health a second, and frames for each movement
    public static void main(String[] arguments) {
        boolean collapsed = arguments[0].equals("collapsed");
        int updates = Integer.parseInt(arguments[1]);
        int frames = Integer.parseInt(arguments[2]);
        Topology topology = Generated.topology(SERVICES, DEPENDENCIES, IN_BOUNDARY, true, FramesBench.SEED);
        Toolkit.runUntilClosed(closed -> new FramesWindow(topology, collapsed).show(updates, frames, closed));
        Runtime.getRuntime().halt(0);
    }

    private void show(int updates, int frames, Runnable closed) {
        MainWindow window = new MainWindow(store::session, store::dispatch, new Alone(), List.of(), Delay.onClock());
        store.show(window::render);
        Scene scene = new Scene(window, 1440, 900);
        Theme.apply(scene, Palette.LIGHT);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        store.dispatch(new Action.Open(List.of(Path.of("generated"))));
        store.dispatch(new Action.Allow(Trust.of(Origin.of(topology))));
        UpdateLoad load = new UpdateLoad(topology, updates, new Inbox(new FxExecutor(), store::dispatch));
        PrintStream out = System.out;
        new FramesScript(
                        window,
                        frames,
                        line -> {
                            out.println(line);
                            out.flush();
                        },
                        () -> {
                            load.close();
                            closed.run();
                        })
                .start(load::start);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Read read -> {
                Set<String> boundaries =
                        topology.boundaries().stream().map(Boundary::id).collect(Collectors.toSet());
                Arrangement arrangement =
                        collapsed ? new Arrangement(new Visibility(boundaries), new TreeMap<>()) : Arrangement.NONE;
                Loaded loaded = new Loaded(Path.of("."), topology, List.of(), List.of(), List.of(), List.of());
                store.dispatch(new Action.Opened(read.generation(), loaded, arrangement, List.of(), Trusts.NONE));
            }
            case Effect.Arrange arrange ->
                store.dispatch(new Action.Arranged(arrange.generation(), GridLayout.of(arrange.request())));
            default -> {}
        }
    }

    /// Nothing around the window.
    private static final class Alone implements Surroundings {
        private final Executor worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("orrery-diagrams").factory());

        @Override
        public void browse(URI link) {
            throw new UnsupportedOperationException("nobody clicks");
        }

        @Override
        public void lastDay(String service, int checks, Consumer<DayStrip> then) {
            // There is no history.
        }

        @Override
        public Executor worker() {
            return worker;
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
}
