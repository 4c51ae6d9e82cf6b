package dev.orrery.app.shell;

import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Highlight;
import dev.orrery.session.Opened;
import dev.orrery.session.Picture;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.List;

/// Makes the diagram of a session and shows it on the canvas.
final class DiagramView {
    private final DiagramCanvas canvas;
    private Picture shown = Picture.EMPTY;
    private List<Path> shownPaths = List.of();

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
                session.layers(),
                picture.layout(),
                session.board(),
                session.attention(),
                new Highlight(session.selected(), session.impact()),
                session.arrangement().pins().keySet(),
                session.now());
        Opened opened = session.opened();
        if (opened != null) {
            diagram = diagram.titled(opened.title());
        }
        List<Path> paths = opened == null ? List.of() : opened.paths();
        boolean another = !paths.equals(shownPaths);
        boolean moved = !picture.equals(shown);
        canvas.show(diagram, moved && !another && !Picture.EMPTY.equals(shown), moved ? picture.touched() : null);
        if (another) {
            canvas.fit();
        }
        shown = picture;
        shownPaths = paths;
    }
}
