package dev.orrery.app.canvas;

import dev.orrery.app.raster.Raster;
import dev.orrery.app.theme.InkWell;
import dev.orrery.app.theme.Inter;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// A diagram drawn whole, in a scene that no window shows: painted as in the window, with nodes where that shows few
/// things at a time. FX thread only.
public final class StillPicture {
    private static final double MARGIN = 24;
    private static final int MOST_NODES = 90;

    private final Pane page = new Pane();
    private final PictureNode picture;
    private final ImageView ground = new ImageView();
    private final Painter painter = new Painter();
    private final Viewport viewport;
    private final int width;

    /// @param scale pixels for one pixel of the diagram
    public StillPicture(Diagram diagram, Palette palette, double scale) {
        Box bounds = diagram.bounds().grown(MARGIN);
        width = (int) Math.ceil(width(diagram, scale));
        double height = Math.ceil(height(diagram, scale));
        viewport = new Viewport(-bounds.x() * scale, -bounds.y() * scale, scale);
        // Where all print is there, all cards are nodes, as when the window shows them at this size.
        picture = new PictureNode(Detail.of(scale).small() > 0 ? Integer.MAX_VALUE : MOST_NODES);
        InkWell inks = new InkWell();
        page.getStyleClass().add("diagram-canvas");
        page.getChildren().addAll(inks, ground, picture);
        Scene scene = new Scene(page, width, height);
        Theme.apply(scene, palette);
        if (!diagram.caption().isEmpty()) {
            page.getChildren().add(caption(diagram, bounds, scale));
        }
        if (diagram.legendPlace() != null) {
            page.getChildren().add(legend(diagram, diagram.legendPlace(), bounds, scale));
        }
        page.resize(width, height);
        page.applyCss();
        picture.ink(inks.inksProperty().get());
        picture.show(diagram).accept(1);
        picture.look(viewport);
    }

    private static Text caption(Diagram diagram, Box bounds, double scale) {
        Point place = diagram.captionPlace();
        Text caption = Looks.text("picture-caption", Inter.NAME);
        caption.setText(diagram.caption());
        caption.getTransforms().add(new Scale(scale, scale));
        caption.setLayoutX((place.x() - bounds.x()) * scale);
        caption.setLayoutY((place.y() - bounds.y()) * scale);
        return caption;
    }

    private static LegendNode legend(Diagram diagram, Point place, Box bounds, double scale) {
        LegendNode legend = new LegendNode(diagram.legend(), diagram.bounds().width());
        legend.getTransforms().add(new Scale(scale, scale));
        legend.setLayoutX((place.x() - bounds.x()) * scale);
        legend.setLayoutY((place.y() - bounds.y()) * scale);
        return legend;
    }

    /// In pixels, the margin included.
    public static double width(Diagram diagram, double scale) {
        return (diagram.bounds().width() + 2 * MARGIN) * scale;
    }

    /// In pixels, the margin included.
    public static double height(Diagram diagram, double scale) {
        return (diagram.bounds().height() + 2 * MARGIN) * scale;
    }

    /// Some rows of it.
    ///
    /// @param top the first row, from 0
    public WritableImage draw(int top, int rows) {
        Projection place = Projection.of(viewport);
        picture.cull(place.under(0, top, width, top + rows), true, Painting.NOTHING);
        IntBuffer pixels = IntBuffer.allocate(width * rows);
        painter.paint(
                picture.painting(), place.moved(0, -top), new Raster(width, rows, pixels.array()), 0, 0, width, rows);
        ground.setImage(new WritableImage(new PixelBuffer<>(width, rows, pixels, PixelFormat.getIntArgbPreInstance())));
        ground.setY(top);
        page.applyCss();
        page.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, top, width, rows));
        return page.snapshot(parameters, new WritableImage(width, rows));
    }
}
