/// What would be if: edits and faults tried on a copy of a topology.
///
/// A [Scenario][dev.orrery.scenario.Scenario] is a named list of edits and of assumed faults. Tried on a topology
/// it gives an [Outcome][dev.orrery.scenario.Outcome]: who is hit, for certain or possibly, which teams, which
/// chains break, and what the figures are before and after. [ScenarioText][dev.orrery.scenario.ScenarioText] keeps
/// scenarios in a workspace; nothing here ever writes to a descriptor.
@NullMarked
package dev.orrery.scenario;

import org.jspecify.annotations.NullMarked;
