package dev.orrery.app.shell;

import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.diagram.Highlight;
import dev.orrery.session.Opened;
import dev.orrery.session.Picture;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// Makes the diagram of a session and shows it on the canvas. The looks of a large picture are found on a worker, since
/// the FX thread has no time for thousands of boxes several times a second; of several sessions only the newest is
/// then made.
final class DiagramView {
    /// Boxes.
    private static final int LARGE = 800;

    private final DiagramCanvas canvas;
    private final Executor worker;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AnimationTimer waiting = new AnimationTimer() {
        @Override
        public void handle(long now) {
            showMade();
        }
    };
    private Picture shown = Picture.EMPTY;
    private List<Path> shownPaths = List.of();
    private @Nullable Opened shownOpened;

    /// @param before what the canvas shows
    private record Wish(Session session, Diagram before) {}

    private record Made(Wish wish, Diagram diagram, DiagramDiff diff) {}

    DiagramView(CanvasListener listener, Executor worker) {
        this.worker = worker;
        canvas = new DiagramCanvas(listener);
        canvas.setId("canvas");
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    void render(Session session) {
        Picture picture = session.picture();
        List<Path> paths =
                session.opened() == null ? List.of() : session.opened().paths();
        boolean another = !paths.equals(shownPaths);
        boolean moved = !picture.equals(shown);
        boolean same = Objects.equals(session.opened(), shownOpened);
        shownOpened = session.opened();
        if (same && !moved && !another && canvas.diagram().cards().size() > LARGE) {
            wish(session);
            return;
        }
        wish.set(null);
        boolean animate = moved && !another && !Picture.EMPTY.equals(shown);
        canvas.show(diagram(session), animate, moved ? picture.touched() : null);
        if (another) {
            canvas.fit();
        }
        shown = picture;
        shownPaths = paths;
    }

    private void wish(Session session) {
        wish.set(new Wish(session, canvas.diagram()));
        waiting.start();
        if (made.get() == null) {
            makeNext();
        }
    }

    private void makeNext() {
        if (busy.compareAndSet(false, true)) {
            worker.execute(this::make);
        }
    }

    private void make() {
        try {
            Wish next = wish.getAndSet(null);
            if (next != null) {
                Diagram diagram = diagram(next.session());
                made.set(new Made(next, diagram, DiagramDiff.between(next.before(), diagram)));
            }
        } finally {
            busy.set(false);
        }
    }

    /// The worker has the next wish only when this is shown, so that differences fit together.
    @SuppressWarnings("ReferenceEquality") // A difference is of one diagram, not of its like.
    private void showMade() {
        Made next = made.getAndSet(null);
        if (next != null && next.wish().before() == canvas.diagram()) {
            canvas.show(next.diagram(), next.diff());
        }
        Wish later = wish.get();
        if (later != null && !busy.get()) {
            wish(later.session());
        } else if (later == null && !busy.get() && made.get() == null) {
            waiting.stop();
        }
    }

    private static Diagram diagram(Session session) {
        Picture picture = session.picture();
        Diagram diagram = DiagramBuilder.build(
                picture.topology(),
                picture.graph(),
                session.layers(),
                picture.layout(),
                session.board(),
                session.attention(),
                new Highlight(session.selected(), session.impact()),
                session.arrangement().pins().keySet(),
                session.now());
        Opened opened = session.opened();
        return opened == null ? diagram : diagram.titled(opened.title());
    }
}
