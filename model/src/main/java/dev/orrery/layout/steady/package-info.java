/// Pictures that follow others. What stays on the picture stays in its place; what is new is put near what it is
/// joined to; what grew pushes others aside, in the direction in which they lie, and no further than needed; ways
/// of edges stay where nothing came into them. Only what was opened is laid out, by another engine.
@NullMarked
package dev.orrery.layout.steady;

import org.jspecify.annotations.NullMarked;
