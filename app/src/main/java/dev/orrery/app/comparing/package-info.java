/// Two topologies on one canvas: what to compare with, a bar with the scrubber between the earlier and the later
/// one, and a list of what is different.
@NullMarked
package dev.orrery.app.comparing;

import org.jspecify.annotations.NullMarked;
