/// What people change in a topology, and what it is meant to be afterwards.
///
/// A [TopologyEdit][dev.orrery.edit.TopologyEdit] is one intent: rename this service, draw that dependency.
/// [EditedTopology][dev.orrery.edit.EditedTopology] says, without any text, what the topology is meant to be then: the
/// figures of a sketch are counted on it, scenarios live on it, and a change of the text is held against it.
@NullMarked
package dev.orrery.edit;

import org.jspecify.annotations.NullMarked;
