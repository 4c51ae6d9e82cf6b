/// Places and routes for a visible graph, in two steps from the first day.
///
/// A [LayoutEngine][dev.orrery.layout.LayoutEngine] places boxes;
/// [EdgeRouter][dev.orrery.layout.EdgeRouter] routes edges for boxes that are *given*, because an
/// engine's own routes hold only until a box is moved. Both are pure: the same request gives the same
/// bits. Coordinates are in pixels at scale 1, x to the right and y down.
@NullMarked
package dev.orrery.layout;

import org.jspecify.annotations.NullMarked;
