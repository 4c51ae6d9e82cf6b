/// Asks whether a port is open.
@NullMarked
package dev.orrery.probe.tcp;

import org.jspecify.annotations.NullMarked;
