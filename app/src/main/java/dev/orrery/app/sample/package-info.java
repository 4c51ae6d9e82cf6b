/// The bundled samples: real topologies, smallest first.
///
/// They are files, so that a person may open, change and copy them. Run from its sources, Orrery opens them where they
/// lie; elsewhere they are copied out of the program first.
@NullMarked
package dev.orrery.app.sample;

import org.jspecify.annotations.NullMarked;
