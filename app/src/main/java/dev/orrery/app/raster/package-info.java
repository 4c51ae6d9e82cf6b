/// Anti-aliased drawing into plain pixels, written by hand because JavaFX's software pipeline strokes a line in 60 µs
/// and a picture of ten thousand services has thirty thousand of them.
///
/// [Raster][dev.orrery.app.raster.Raster] holds the pixels and what can be drawn on them: boxes, rounded boxes,
/// [Outline][dev.orrery.app.raster.Outline]s, lines with rounded corners and text. Coverage is exact for boxes and
/// polygons. Nothing here knows of JavaFX or of a diagram, and a raster may be drawn on any one thread at a time.
@NullMarked
package dev.orrery.app.raster;

import org.jspecify.annotations.NullMarked;
