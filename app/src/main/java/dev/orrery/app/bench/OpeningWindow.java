package dev.orrery.app.bench;

import dev.orrery.app.runtime.Store;
import dev.orrery.app.runtime.Toolkit;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Effect;
import dev.orrery.session.Session;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Opens a file and closes it, again and again, in the real window, and tells how much of the heap is in use after
/// that: what [OpenBench] measures, in a process of its own.
public final class OpeningWindow {
    static final String HEAP = "heap";

    /// Told after every so many times.
    private static final int EVERY = 25;

    /// To draw what was opened, and to let go of it.
    private static final int FRAMES = 6;

    private final LayoutEngine engine = new SteadyEngine(new HubShelf(new LayeredEngine()));
    private final Store store = new Store(Session.startingAt(Instant.now()), this::perform);
    private final Path file;
    private final int times;

    private OpeningWindow(Path file, int times) {
        this.file = file;
        this.times = times;
    }

    /// @param arguments a file, and how often it is opened
    public static void main(String[] arguments) {
        OpeningWindow window = new OpeningWindow(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Toolkit.runUntilClosed(window::show);
        Runtime.getRuntime().halt(0);
    }

    private void show(Runnable closed) {
        Alone.window(store);
        new AnimationTimer() {
            private int frame;
            private int done;

            @Override
            public void handle(long now) {
                int step = frame++ % (2 * FRAMES);
                if (step == 0) {
                    store.dispatch(new Action.Open(List.of(file)));
                } else if (step == FRAMES) {
                    store.dispatch(new Action.Close());
                } else if (step == 2 * FRAMES - 1) {
                    done++;
                    if (done == 1 || done % EVERY == 0 || done == times) {
                        tell(done);
                    }
                    if (done == times) {
                        stop();
                        closed.run();
                    }
                }
            }
        }.start();
    }

    private static void tell(int done) {
        // Twice, since what is only softly or weakly held goes with the second.
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        PrintStream out = System.out;
        out.println(HEAP + " " + done + " " + (runtime.totalMemory() - runtime.freeMemory()));
        out.flush();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Read read ->
                store.dispatch(new Action.Opened(
                        read.generation(),
                        TopologyLoader.standard().load(read.paths()),
                        Arrangement.NONE,
                        List.of(),
                        Trusts.NONE));
            case Effect.Arrange arrange ->
                store.dispatch(new Action.Arranged(
                        arrange.generation(), engine.layout(arrange.request(), Cancellation.NEVER)));
            default -> {}
        }
    }
}
