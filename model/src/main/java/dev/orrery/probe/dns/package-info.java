/// Asks whether a name exists.
@NullMarked
package dev.orrery.probe.dns;

import org.jspecify.annotations.NullMarked;
