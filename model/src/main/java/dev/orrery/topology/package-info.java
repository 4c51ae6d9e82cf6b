/// The domain as immutable, valid values: services, what they need, and the boundaries that enclose them.
///
/// A [Topology][dev.orrery.topology.Topology] is what every reader makes and everything later looks at. Identity is the
/// user's own name, so it survives a reload; every collection is sorted by id, so two readings of one text are equal.
/// What the text says but cannot mean (a target that nothing defines) is kept and marked, never dropped.
@NullMarked
package dev.orrery.topology;

import org.jspecify.annotations.NullMarked;
