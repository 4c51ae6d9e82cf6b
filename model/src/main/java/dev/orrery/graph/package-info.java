/// Questions about a topology as a graph, answered with JGraphT, which nobody else sees.
///
/// [ServiceGraph][dev.orrery.graph.ServiceGraph] answers about all services: who needs whom, how far a
/// failure reaches, which services need each other in a circle.
/// [Visibility][dev.orrery.graph.Visibility] says which boundaries are collapsed, and
/// [VisibleGraph][dev.orrery.graph.VisibleGraph] is what is then left to place and draw: boxes, the
/// boundaries around them, and dependencies rolled up to the ends that can be seen.
/// [Hubs][dev.orrery.graph.Hubs] are the services that so many of those need that their lines can be left out.
@NullMarked
package dev.orrery.graph;

import org.jspecify.annotations.NullMarked;
