/// The picture as data: boxes, frames, routes and words, with names for how each is to look.
///
/// Everything that draws (the window, SVG, golden tests) reads a [Diagram][dev.orrery.diagram.Diagram] and nothing
/// else, so that all of them show the same. [DiagramDiff][dev.orrery.diagram.DiagramDiff] says what changed from one to
/// the next: health changes looks only, never places.
@NullMarked
package dev.orrery.diagram;

import org.jspecify.annotations.NullMarked;
