package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// A diagram drawn whole, in a scene that no window shows. FX thread only.
public final class StillPicture {
    private static final double MARGIN = 24;

    private final Pane page = new Pane();
    private final int width;

    /// @param scale pixels for one pixel of the diagram
    public StillPicture(Diagram diagram, Palette palette, double scale) {
        Box bounds = diagram.bounds().grown(MARGIN);
        width = (int) Math.ceil(width(diagram, scale));
        double height = Math.ceil(height(diagram, scale));
        PictureNode picture = new PictureNode();
        page.getStyleClass().add("diagram-canvas");
        page.getChildren().add(picture);
        Scene scene = new Scene(page, width, height);
        Theme.apply(scene, palette);
        picture.show(diagram).accept(1);
        picture.look(new Viewport(-bounds.x() * scale, -bounds.y() * scale, scale));
        if (!diagram.caption().isEmpty()) {
            page.getChildren().add(caption(diagram, bounds, scale));
        }
        page.resize(width, height);
        page.applyCss();
        page.layout();
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
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, top, width, rows));
        return page.snapshot(parameters, new WritableImage(width, rows));
    }
}
