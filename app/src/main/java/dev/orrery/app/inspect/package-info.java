/// Everything about the one thing that is selected: a service, a boundary, a missing target; or, where nothing is,
/// about the topology as a whole.
///
/// [InspectorPane][dev.orrery.app.inspect.InspectorPane] chooses the page. A page is made of sections that each look at
/// the session and rebuild themselves only when what they show has changed, so that the focus, the scroll position and
/// what was opened stay while answers come in.
@NullMarked
package dev.orrery.app.inspect;

import org.jspecify.annotations.NullMarked;
