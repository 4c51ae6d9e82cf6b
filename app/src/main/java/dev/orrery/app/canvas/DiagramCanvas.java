package dev.orrery.app.canvas;

import dev.orrery.app.theme.InkWell;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Shows a [Diagram] under a camera and reports gestures. FX thread only.
///
/// The mouse: drag the ground to pan, a card to pin it or to put it into another boundary, with Ctrl a line from a
/// card, the wheel zooms about the cursor, two fingers pan and pinch. The keyboard: Tab goes through cards in
/// reading order, arrows to the next card (or pan, where none is focused, or with Ctrl), Enter opens, Space
/// selects, Alt with arrows moves a card, `+` `-` `0` zoom, Home fits, Escape clears.
public final class DiagramCanvas extends Region {
    /// Between the picture and the edge of the canvas when it is fitted.
    public static final double MARGIN = 40;

    /// Nodes cost half a millisecond each in every frame that they move in, pixels next to nothing.
    private static final int MOST_NODES = 90;

    /// Between the minimap and the edges of the canvas.
    private static final double CORNER = 12;
    /// A smaller canvas has no room for a minimap.
    private static final double ROOM = 3;

    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 64;

    private final PictureNode picture = new PictureNode(MOST_NODES);
    private final InkWell inks = new InkWell();
    private final Backdrop backdrop;
    private final Minimap minimap;
    private boolean minimapWanted = true;
    private final Neighbours neighbours;
    private final KeyFocus focus = new KeyFocus(this, picture);
    private final Motion places = new Motion();
    private final Motion camera = new Motion();
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.HOME);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final MouseGestures mouse;
    private final Rectangle window = new Rectangle();
    private final AnimationTimer unfinished = new AnimationTimer() {
        @Override
        public void handle(long now) {
            cull(false);
            backdrop.requestLayout();
        }
    };
    private boolean presenting;
    private boolean fitted = true;
    /// What is fitted: where some of it only fades, the camera stays where it is.
    private Diagram framed = Diagram.EMPTY;
    /// What is fitted; none for everything.
    private List<NodeId> fittedTo = List.of();
    private Size corner = new Size(0, 0);

    public DiagramCanvas(CanvasListener listener) {
        this(listener, PaintingThread.EXECUTOR);
    }

    /// @param worker paints what is too much for the FX thread; one thing at a time is enough
    DiagramCanvas(CanvasListener listener, Executor worker) {
        getStyleClass().add("diagram-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleRoleDescription(Messages.of("canvas.role"));
        setClip(window);
        EdgeHint hint = new EdgeHint(this, picture);
        LandingHint landing = new LandingHint(this, picture, listener);
        backdrop = new Backdrop(worker, picture::painting, viewport::get, this::painted);
        neighbours = new Neighbours(picture, backdrop::requestLayout);
        inks.inksProperty().subscribe(next -> {
            picture.ink(next);
            backdrop.requestLayout();
        });
        minimap = new Minimap(this::centre);
        getChildren().addAll(inks, backdrop, picture, hint, new NoteHint(this, picture), landing, minimap);
        pseudoClassStateChanged(Looks.FADING, true);
        reducedMotion.addListener((_, _, reduced) -> pseudoClassStateChanged(Looks.FADING, !reduced));
        mouse = new MouseGestures(this, picture, neighbours, hint, focus, landing, listener);
        new KeyGestures(this, picture, focus, mouse, listener);
    }

    /// Shows a diagram. Equal parts are not touched.
    ///
    /// @param animate whether what moves should glide, which is meant for what the user caused
    public void show(Diagram diagram, boolean animate) {
        show(diagram, animate, null);
    }

    /// Shows a diagram while one box stays where it is on the canvas.
    ///
    /// @param anchor what the user touched: a card, or a boundary before or after it was collapsed; its top left
    ///     corner stays. Null, or something unknown, keeps the camera
    public void show(Diagram diagram, boolean animate, @Nullable NodeId anchor) {
        show(diagram, DiagramDiff.between(picture.diagram(), diagram), animate, anchor);
    }

    /// Shows the looks of a diagram whose difference is known already.
    ///
    /// @param diff from [#diagram()] to this one
    public void show(Diagram diagram, DiagramDiff diff) {
        show(diagram, diff, false, null);
    }

    private void show(Diagram diagram, DiagramDiff diff, boolean animate, @Nullable NodeId anchor) {
        places.arrive();
        Box before = anchor == null ? null : picture.place(anchor);
        if (before != null) {
            camera.arrive();
        }
        boolean moved = !diff.cards().moved().isEmpty()
                || !diagram.bounds().equals(framed.bounds())
                || diagram.cards().size() > framed.cards().size();
        if (moved) {
            framed = diagram;
        }
        NodeId focused = focus.current();
        DoubleConsumer move = picture.show(diagram, diff);
        boolean glide = animate && !reducedMotion.get() && !isMuch();
        if (glide) {
            places.run(part -> {
                move.accept(part);
                focus.follow();
                backdrop.requestLayout();
                if (part == 1) {
                    cull(true);
                }
            });
        } else {
            move.accept(1);
        }
        setAccessibleText(Messages.of(
                "canvas.summary",
                diagram.title(),
                Integer.toString(diagram.cards().size()),
                Integer.toString(diagram.edges().size())));
        Box after = anchor == null ? null : placeIn(diagram, anchor);
        if (before != null && after != null) {
            fitted = false;
            go(viewport.get().keeping(new Point(before.x(), before.y()), new Point(after.x(), after.y())), glide);
        } else if (fitted) {
            go(fitting(), glide);
        }
        focus.restore(focused);
        mouse.pictureChanged();
        neighbours.refresh();
        backdrop.requestLayout();
        cull(true);
    }

    /// What is shown now.
    public Diagram diagram() {
        return picture.diagram();
    }

    /// Shows all of the diagram, and goes on doing so while the canvas changes its size, until the user pans or zooms.
    public void fit() {
        fitAll(List.of());
    }

    /// Shows all of these, as large as they fit but never larger than 100 %, and goes on doing so as above; what is
    /// unknown is left out.
    ///
    /// @param nodes none for everything
    public void fitAll(List<NodeId> nodes) {
        fitted = true;
        fittedTo = List.copyOf(nodes);
        go(fitting(), true);
    }

    /// Whether all of the diagram is shown, whatever its size becomes.
    public boolean isFitted() {
        return fitted && fittedTo.isEmpty();
    }

    /// Brings a point of the diagram into the middle.
    public void lookAt(Point middle, double zoom) {
        glideTo(new Viewport(
                Math.rint(getWidth() / 2 - middle.x() * zoom), Math.rint(getHeight() / 2 - middle.y() * zoom), zoom));
    }

    /// Moves the camera somewhere.
    public void glideTo(Viewport next) {
        fitted = false;
        go(next, true);
    }

    /// Shows all of a card or boundary, as large as fits, but never larger than 100 %; does nothing where it is
    /// unknown.
    public void fitTo(NodeId id) {
        Box box = placeIn(picture.diagram(), id);
        if (box != null && getWidth() > 0 && getHeight() > 0) {
            fitted = false;
            go(Viewport.fitting(box, getWidth(), getHeight(), MARGIN), true);
        }
    }

    /// Something lies over the bottom left corner of the canvas: what is fitted keeps clear of it.
    ///
    /// @param size in pixels; nothing of it where there is nothing
    public void keepClear(Size size) {
        if (!size.equals(corner)) {
            corner = size;
            requestLayout();
        }
    }

    public void zoomIn() {
        zoomAboutMiddle(ZOOM_STEP);
    }

    public void zoomOut() {
        zoomAboutMiddle(1 / ZOOM_STEP);
    }

    /// To 100 %.
    public void zoomToActualSize() {
        zoomAboutMiddle(1 / viewport.get().zoom());
    }

    /// Pans just so far that a card or boundary is seen; does nothing where it is unknown.
    public void reveal(NodeId id) {
        Box box = placeIn(picture.diagram(), id);
        if (box != null && getWidth() > 0) {
            Viewport next = viewport.get().revealing(box, getWidth(), getHeight(), MARGIN);
            if (!next.equals(viewport.get())) {
                fitted = false;
                go(next, true);
            }
        }
    }

    /// Gives the keyboard to a card or the title of a boundary and reveals it; does nothing where it is unknown.
    public void focusOn(NodeId id) {
        focus.to(id);
    }

    /// The camera.
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /// Puts the camera somewhere at once, as when a file is opened again.
    public void setViewport(Viewport next) {
        fitted = false;
        go(next, false);
    }

    /// Shows the small picture of everything in the corner, wherever not all is seen anyway; or no longer.
    public void toggleMinimap() {
        minimapWanted = !minimapWanted;
        lookAround();
    }

    /// While something is presented, nothing of the canvas's own lies over the picture.
    public void present(boolean presents) {
        presenting = presents;
        lookAround();
    }

    /// Whether nothing may move or fade by itself.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /// What is painted, and what is shown by nodes.
    Painting painting() {
        return picture.painting();
    }

    /// The user moves the camera by hand.
    void take(Viewport next) {
        fitted = false;
        go(next, false);
    }

    private void centre(Point point) {
        Point now = viewport.get().toCanvas(point);
        take(viewport.get().panned(getWidth() / 2 - now.x(), getHeight() / 2 - now.y()));
    }

    /// Brings the minimap in line with the camera.
    private void lookAround() {
        Diagram diagram = picture.diagram();
        Box seen = viewport.get().seen(Math.max(1, getWidth()), Math.max(1, getHeight()));
        boolean room = getWidth() > ROOM * Minimap.WIDTH && getHeight() > ROOM * Minimap.HEIGHT;
        boolean shown =
                minimapWanted && !presenting && room && !diagram.cards().isEmpty() && !seen.contains(diagram.bounds());
        minimap.setVisible(shown);
        if (shown) {
            minimap.show(picture.painting(), seen);
        }
    }

    void pan(double steps, double dx, double dy) {
        fitted = false;
        go(viewport.get().panned(dx * steps * PAN_STEP, dy * steps * PAN_STEP), false);
    }

    @Override
    protected void layoutChildren() {
        window.setWidth(getWidth());
        window.setHeight(getHeight());
        backdrop.resizeRelocate(0, 0, getWidth(), getHeight());
        minimap.resizeRelocate(
                getWidth() - Minimap.WIDTH - CORNER,
                getHeight() - Minimap.HEIGHT - CORNER,
                Minimap.WIDTH,
                Minimap.HEIGHT);
        if (fitted && !camera.isRunning()) {
            go(fitting(), false);
        }
        cull(true);
    }

    private void zoomAboutMiddle(double factor) {
        camera.arrive();
        fitted = false;
        go(viewport.get().zoomedAbout(getWidth() / 2, getHeight() / 2, factor), true);
    }

    private Viewport fitting() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return viewport.get();
        }
        Diagram diagram = picture.diagram();
        List<Box> wanted = fittedTo.stream()
                .map(node -> placeIn(diagram, node))
                .filter(Objects::nonNull)
                .toList();
        if (!wanted.isEmpty()) {
            return Viewport.fitting(around(wanted), wanted, corner, getWidth(), getHeight(), MARGIN);
        }
        List<Box> boxes = corner.width() > 0
                ? framed.cards().stream().map(Diagram.Card::box).toList()
                : List.of();
        return Viewport.fitting(framed.bounds(), boxes, corner, getWidth(), getHeight(), MARGIN);
    }

    private static Box around(List<Box> boxes) {
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(0);
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }

    private void go(Viewport next, boolean glide) {
        camera.arrive();
        Viewport from = viewport.get();
        if (glide && !reducedMotion.get() && getScene() != null && !from.equals(next)) {
            camera.run(part -> place(from.towards(next, part)));
        } else {
            place(next);
        }
    }

    private void place(Viewport next) {
        viewport.set(next);
        picture.look(next);
        backdrop.requestLayout();
        cull(false);
    }

    /// @param all whether no node may be missing
    private void cull(boolean all) {
        if (getWidth() > 0 && !places.isRunning()) {
            boolean left = picture.cull(viewport.get().seen(getWidth(), getHeight()), all, backdrop.painted());
            if (left) {
                unfinished.start();
            } else {
                unfinished.stop();
            }
        }
    }

    /// The pixels may show now what only nodes did, or the other way round.
    private void painted() {
        lookAround();
        if (!backdrop.painted().nodes().equals(picture.painting().nodes())) {
            unfinished.start();
        }
    }

    /// Whether what is seen is too much to glide.
    private boolean isMuch() {
        return Backdrop.isMuch(picture.painting().index(), viewport.get().seen(getWidth(), getHeight()));
    }

    private static @Nullable Box placeIn(Diagram diagram, NodeId id) {
        for (Diagram.Card card : diagram.cards()) {
            if (card.id().equals(id)) {
                return card.box();
            }
        }
        if (id.of() == NodeId.Of.BOUNDARY) {
            for (Diagram.Frame frame : diagram.frames()) {
                if (frame.id().equals(id.id())) {
                    return frame.box();
                }
            }
        }
        return null;
    }
}
