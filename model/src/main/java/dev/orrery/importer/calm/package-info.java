/// FINOS CALM: an architecture as nodes and the relationships between them, as JSON.
///
/// A node that holds others is opened and becomes a boundary; every other node but an actor is a service. Patterns and
/// timelines are recognised, to say that they are no architecture. The rules are in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.calm;

import org.jspecify.annotations.NullMarked;
