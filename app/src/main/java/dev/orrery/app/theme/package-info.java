/// How the window looks: AtlantaFX's Primer themes with their colours redefined from
/// [Palette][dev.orrery.diagram.Palette],
/// the bundled Inter, and the few small nodes that show health as a shape.
///
/// Everything else names style classes and states only; a colour literal or `Color` elsewhere is a mistake.
@NullMarked
package dev.orrery.app.theme;

import org.jspecify.annotations.NullMarked;
