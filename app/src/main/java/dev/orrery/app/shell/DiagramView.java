package dev.orrery.app.shell;

import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.diagram.FindingMarks;
import dev.orrery.diagram.FoldedHubs;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.Spotlight;
import dev.orrery.session.ExcursionMarks;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Makes the diagram of a session and shows it on the canvas. The looks of a large picture are found on a worker, since
/// the FX thread has no time for thousands of boxes several times a second; of several sessions only the newest is
/// then made.
final class DiagramView {
    /// Boxes.
    private static final int LARGE = 800;
    /// Services, shown or within collapsed boundaries.
    private static final int MANY = 2_000;

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
    private final ReadOnlyObjectWrapper<Legend> legend = new ReadOnlyObjectWrapper<>(this, "legend", Legend.NONE);
    private final ReadOnlyObjectWrapper<Spotlight> spotlight =
            new ReadOnlyObjectWrapper<>(this, "spotlight", Spotlight.EVERYTHING);
    private Picture shown = Picture.EMPTY;
    private List<Path> shownPaths = List.of();
    private @Nullable Opened shownOpened;

    /// @param before what the canvas shows
    private record Wish(Session session, Diagram before) {}

    private record Drawn(Diagram diagram, Spotlight spotlight) {}

    private record Made(Wish wish, Drawn drawn, DiagramDiff diff) {}

    DiagramView(CanvasListener listener, Executor worker) {
        this.worker = worker;
        canvas = new DiagramCanvas(listener);
        canvas.setId("canvas");
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    /// What the colours of the picture that is shown mean.
    ReadOnlyObjectProperty<Legend> legendProperty() {
        return legend.getReadOnlyProperty();
    }

    /// What of the picture that is shown is in the light.
    ReadOnlyObjectProperty<Spotlight> spotlightProperty() {
        return spotlight.getReadOnlyProperty();
    }

    void render(Session session) {
        Picture picture = session.picture();
        List<Path> paths =
                session.opened() == null ? List.of() : session.opened().paths();
        boolean another = !paths.equals(shownPaths);
        boolean moved = !picture.equals(shown);
        boolean same = Objects.equals(session.opened(), shownOpened);
        shownOpened = session.opened();
        if (same && !moved && !another && isLarge(picture)) {
            wish(session);
            return;
        }
        wish.set(null);
        boolean animate = moved && !another && !Picture.EMPTY.equals(shown);
        Drawn drawn = draw(session);
        canvas.show(drawn.diagram(), animate, moved ? picture.touched() : null);
        spotlight.set(drawn.spotlight());
        legend.set(drawn.diagram().legend());
        if (another) {
            canvas.fit();
        }
        shown = picture;
        shownPaths = paths;
    }

    private static boolean isLarge(Picture picture) {
        return picture.graph().nodes().size() > LARGE
                || picture.topology().services().size() > MANY;
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
                Drawn drawn = draw(next.session());
                made.set(new Made(next, drawn, DiagramDiff.between(next.before(), drawn.diagram())));
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
            canvas.show(next.drawn().diagram(), next.diff());
            spotlight.set(next.drawn().spotlight());
            legend.set(next.drawn().diagram().legend());
        }
        Wish later = wish.get();
        if (later != null && !busy.get()) {
            wish(later.session());
        } else if (later == null && !busy.get() && made.get() == null) {
            waiting.stop();
        }
    }

    private static Drawn draw(Session session) {
        Picture picture = session.picture();
        Spotlight lit = session.spotlight();
        Diagram diagram = DiagramBuilder.build(
                picture.topology(),
                picture.graph(),
                session.layers(),
                picture.layout(),
                new FoldedHubs(picture.folded(), session.hubLines().shown()),
                session.board(),
                session.attention(),
                new Highlight(
                        session.selected(),
                        session.also(),
                        session.impact(),
                        lit,
                        session.aspect().hides()),
                session.aspect().lens(),
                session.arrangement().pins().keySet(),
                session.now());
        diagram = ExcursionMarks.of(session.excursion(), picture.graph()).on(diagram);
        Opened opened = session.opened();
        Diagram marked = opened == null
                ? diagram
                : FindingMarks.on(
                        diagram.titled(opened.title()),
                        session.layers().of(picture.graph()),
                        picture.layout(),
                        session.aspect().marks().of(opened.inspections()));
        return new Drawn(marked.withNotes(session.keptArrangement().guide().notes()), lit);
    }
}
