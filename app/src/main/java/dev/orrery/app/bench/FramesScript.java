package dev.orrery.app.bench;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.canvas.Viewport;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.layout.Box;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Moves the camera a little each pulse and tells how long each frame took: the time from one pulse to the next, and
/// the processor time of the FX thread in it.
final class FramesScript extends AnimationTimer {
    /// To load classes and compile.
    private static final int WARM_UP = 60;

    private final DiagramCanvas canvas;
    private final int frames;
    private final Consumer<String> tell;
    private final Runnable end;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Movement[] movements = Movement.values();
    private long before;
    private final long drawing = drawing();
    private long cpuBefore;
    private long drawnBefore;
    private int movement;
    private int frame = -WARM_UP;
    private Viewport whole = Viewport.HOME;
    private Runnable warm = () -> {};

    /// What the camera does, between two places, there and back.
    private enum Movement {
        PAN_WHOLE,
        PAN_HALF,
        PAN_NEAR,
        ZOOM;

        /// @param part from 0 to 1 and back to 0
        Viewport at(double part, Viewport whole, Box bounds, double width, double height) {
            return switch (this) {
                case PAN_WHOLE -> whole.zoomedAbout(width / 2, height / 2, 2).panned(-part * width, -part * height);
                case PAN_HALF -> middle(bounds, width, height, 0.4).panned(-2400 * part, -1200 * part);
                case PAN_NEAR -> middle(bounds, width, height, 1).panned(-2400 * part, -1200 * part);
                case ZOOM -> {
                    double factor = Math.pow(1 / whole.zoom(), part);
                    yield whole.zoomedAbout(width * 0.4, height * 0.4, factor);
                }
            };
        }

        private static Viewport middle(Box bounds, double width, double height, double zoom) {
            return new Viewport(width / 2 - bounds.centerX() * zoom, height / 2 - bounds.centerY() * zoom, zoom);
        }
    }

    /// JavaFX's thread that draws what the FX thread hands over.
    private static long drawing() {
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
            if (thread.getThreadName().startsWith("QuantumRenderer")) {
                return thread.getThreadId();
            }
        }
        return -1;
    }

    /// @param frames for each movement
    /// @param tell takes a line for each frame: the movement, its milliseconds, and the processor time of the FX
    ///     thread and of the thread that draws
    FramesScript(MainWindow window, int frames, Consumer<String> tell, Runnable end) {
        this.canvas = (DiagramCanvas) window.lookup("#canvas");
        this.frames = frames;
        this.tell = tell;
        this.end = end;
    }

    /// @param whenWarm run when measuring begins
    void start(Runnable whenWarm) {
        warm = whenWarm;
        start();
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        long drawn = drawing < 0 ? 0 : threads.getThreadCpuTime(drawing);
        if (frame == -1) {
            whole = canvas.viewportProperty().get();
            warm.run();
        }
        if (frame > 0) {
            tell.accept(String.format(
                    Locale.ROOT,
                    "%s %.3f %.3f %.3f",
                    movements[movement].name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    (time - before) / 1e6,
                    (cpu - cpuBefore) / 1e6,
                    (drawn - drawnBefore) / 1e6));
        }
        before = time;
        cpuBefore = cpu;
        drawnBefore = drawn;
        if (++frame > frames) {
            frame = 0;
            if (++movement == movements.length) {
                stop();
                end.run();
                return;
            }
        }
        if (frame >= 0) {
            double part = (1 - Math.cos(2 * Math.PI * frame / frames)) / 2;
            canvas.setViewport(movements[movement].at(
                    part, whole, canvas.diagram().bounds(), canvas.getWidth(), canvas.getHeight()));
        }
    }
}
