package dev.orrery.app.shell;

import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Highlight;
import dev.orrery.session.Picture;
import dev.orrery.session.Session;
import org.jspecify.annotations.Nullable;

/// Makes the diagram of a session and shows it on the canvas.
final class DiagramView {
    private final DiagramCanvas canvas;
    private @Nullable Picture shown;

    DiagramView(CanvasListener listener) {
        canvas = new DiagramCanvas(listener);
        canvas.setId("canvas");
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    void render(Session session) {
        Picture picture = session.picture();
        Diagram diagram = DiagramBuilder.build(
                picture.topology(),
                picture.graph(),
                picture.layout(),
                session.board(),
                new Highlight(session.selected(), session.impact()),
                session.arrangement().pins().keySet(),
                session.now());
        boolean sameTopology = shown != null
                && shown != Picture.EMPTY
                && shown.topology().name().equals(picture.topology().name());
        boolean moved = picture != shown;
        canvas.show(diagram, moved && sameTopology, moved ? picture.touched() : null);
        if (moved && !sameTopology && picture != Picture.EMPTY) {
            canvas.fit();
        }
        shown = picture;
    }
}
