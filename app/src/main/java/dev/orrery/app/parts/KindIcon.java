package dev.orrery.app.parts;

import dev.orrery.diagram.KindShape;
import dev.orrery.topology.ServiceKind;
import javafx.scene.shape.SVGPath;

/// The small icon of a kind of service: `.kind-icon`, stroked.
public final class KindIcon extends SVGPath {
    public KindIcon(ServiceKind kind) {
        getStyleClass().add("kind-icon");
        setContent(KindShape.path(kind));
        setMouseTransparent(true);
    }
}
