package dev.orrery.app.canvas;

import dev.orrery.app.raster.Raster;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.text.Messages;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The whole picture in a corner, with the part that the canvas shows: boundaries, and cards in the colour of their
/// health. A press or a drag moves the camera there. Painted in its layout, so once a frame at most.
final class Minimap extends Region {
    static final double WIDTH = 200;
    static final double HEIGHT = 140;
    /// A card is never smaller, so that a single one that is down is seen.
    private static final double SMALLEST = 1.5;

    private final ImageView view = new ImageView();
    private final Rectangle window = new Rectangle();
    private final Raster raster;
    private final PixelBuffer<IntBuffer> buffer;
    private Painting painting = Painting.NOTHING;
    private Painting painted = Painting.NOTHING;
    private Projection place = new Projection(0, 0, 1);

    /// @param go takes the place of the diagram that is to be in the middle of the canvas
    Minimap(Consumer<Point> go) {
        int width = (int) WIDTH;
        int height = (int) HEIGHT;
        IntBuffer ints = IntBuffer.allocate(width * height);
        raster = new Raster(width, height, ints.array());
        buffer = new PixelBuffer<>(width, height, ints, PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
        view.setManaged(false);
        view.setMouseTransparent(true);
        window.getStyleClass().add("minimap-window");
        window.setManaged(false);
        window.setMouseTransparent(true);
        setManaged(false);
        setId("minimap");
        getStyleClass().add("minimap");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.of("canvas.minimap"));
        setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().addAll(view, window);
        addEventHandler(MouseEvent.ANY, event -> {
            boolean pressed = event.getEventType().equals(MouseEvent.MOUSE_PRESSED);
            if (pressed || event.getEventType().equals(MouseEvent.MOUSE_DRAGGED)) {
                go.accept(new Point(
                        (event.getX() - place.x()) / place.zoom(), (event.getY() - place.y()) / place.zoom()));
            }
            event.consume();
        });
    }

    /// @param seen the part of the diagram that the canvas shows
    void show(Painting next, Box seen) {
        painting = next;
        place = Projection.fitting(next.diagram().bounds(), WIDTH - 8, HEIGHT - 8)
                .moved(4, 4);
        Box on = place.of(seen);
        window.setX(Math.rint(Math.clamp(on.x(), -10, WIDTH)) + 0.5);
        window.setY(Math.rint(Math.clamp(on.y(), -10, HEIGHT)) + 0.5);
        window.setWidth(Math.max(4, Math.rint(Math.clamp(on.right(), 0, WIDTH + 10) - window.getX())));
        window.setHeight(Math.max(4, Math.rint(Math.clamp(on.bottom(), 0, HEIGHT + 10) - window.getY())));
        if (differs()) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (differs()) {
            painted = painting;
            paint();
            buffer.updateBuffer(_ -> null);
        }
    }

    @SuppressWarnings("ReferenceEquality") // To compare diagrams takes longer than to paint one this small.
    private boolean differs() {
        return painted.diagram() != painting.diagram() || !painted.inks().equals(painting.inks());
    }

    private void paint() {
        Inks inks = painting.inks();
        raster.clear(inks.of(Colour.PANEL));
        for (Diagram.Frame frame : painting.diagram().frames()) {
            Box box = place.of(frame.box());
            raster.box(box.x(), box.y(), box.right(), box.bottom(), inks.of(Colour.BOUNDARY_LINE));
        }
        // What is not well lies above what is.
        for (boolean well : new boolean[] {true, false}) {
            for (Diagram.Card card : painting.diagram().cards()) {
                Health health = card.health().health();
                if (well == isQuiet(health)) {
                    Box box = place.of(card.box());
                    double width = Math.max(SMALLEST, box.width());
                    double height = Math.max(SMALLEST, box.height());
                    raster.box(box.x(), box.y(), box.x() + width, box.y() + height, inks.of(colour(health)));
                }
            }
        }
        raster.ring(0, 0, WIDTH, HEIGHT, 0, 1, inks.of(Colour.BOUNDARY_LINE));
    }

    private static boolean isQuiet(Health health) {
        return health != Health.DOWN && health != Health.DEGRADED;
    }

    private static Colour colour(Health health) {
        return isQuiet(health) ? Colour.EDGE : Colour.of(health);
    }
}
