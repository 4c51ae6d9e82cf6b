/// A fleet of local endpoints for any topology, with faults on demand, so that everything can be tried without a
/// system.
///
/// [Fleet][dev.orrery.simulation.Fleet] opens one port of this computer for each service, and each answers for its
/// health in the format of its technology. What it answers follows from the faults that were injected: its own, and
/// those of what it needs ([Condition][dev.orrery.simulation.Condition] works that out in memory, so services that need
/// each other in a circle cannot wait for each other). [Story][dev.orrery.simulation.Story] is what the demonstration
/// plays. The rest of the program knows of a fleet only through HTTP, as it would of a real system.
@NullMarked
package dev.orrery.simulation;

import org.jspecify.annotations.NullMarked;
