package dev.orrery.app.bench;

import dev.orrery.app.runtime.FxExecutor;
import dev.orrery.app.runtime.Inbox;
import dev.orrery.app.runtime.Store;
import dev.orrery.app.runtime.Toolkit;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.graph.Visibility;
import dev.orrery.importer.Loaded;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Effect;
import dev.orrery.session.Session;
import dev.orrery.topology.Topology;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// The real window over a generated topology, moved by a script: what [FramesBench] measures, in a process of its own.
public final class FramesWindow {
    private static final int SERVICES = 10_000;
    private static final int DEPENDENCIES = 30_000;
    private static final int IN_BOUNDARY = 50;

    private final Store store = new Store(Session.startingAt(Instant.now()), this::perform);
    private final Topology topology;
    private final boolean expanded;

    private FramesWindow(Topology topology, boolean expanded) {
        this.topology = topology;
        this.expanded = expanded;
    }

    /// @param arguments `opened`, as it is seen first, or `expanded`, updates of health a second, and frames for
    ///     each movement
    public static void main(String[] arguments) {
        boolean expanded = arguments[0].equals("expanded");
        int updates = Integer.parseInt(arguments[1]);
        int frames = Integer.parseInt(arguments[2]);
        Topology topology = Generated.topology(SERVICES, DEPENDENCIES, IN_BOUNDARY, true, FramesBench.SEED);
        Toolkit.runUntilClosed(closed -> new FramesWindow(topology, expanded).show(updates, frames, closed));
        Runtime.getRuntime().halt(0);
    }

    private void show(int updates, int frames, Runnable closed) {
        MainWindow window = Alone.window(store);
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
                Arrangement arrangement =
                        expanded ? new Arrangement(Visibility.ALL, new TreeMap<>()) : Arrangement.NONE;
                Loaded loaded = new Loaded(Path.of("."), topology, List.of(), List.of(), List.of(), List.of());
                store.dispatch(new Action.Opened(read.generation(), loaded, arrangement, List.of(), Trusts.NONE));
            }
            case Effect.Arrange arrange ->
                store.dispatch(new Action.Arranged(arrange.generation(), GridLayout.of(arrange.request())));
            default -> {}
        }
    }
}
