/// The picture on the screen: cards, frames and edges as scene-graph nodes, a camera over them, and the gestures.
///
/// [DiagramCanvas][dev.orrery.app.canvas.DiagramCanvas] shows a [Diagram][dev.orrery.diagram.Diagram] and touches only
/// what differs from the one before. What the user does comes out through a
/// [CanvasListener][dev.orrery.app.canvas.CanvasListener]; nothing is remembered here but the camera, the hover and the
/// keyboard focus. Positions come from the diagram: nodes are placed by hand, so that thousands of them cost no layout
/// pass.
@NullMarked
package dev.orrery.app.canvas;

import org.jspecify.annotations.NullMarked;
