/// What the user chooses for the program as a whole, and the sheets that tell about it: preferences, shortcuts, the
/// log, and what Orrery is made of.
@NullMarked
package dev.orrery.app.settings;

import org.jspecify.annotations.NullMarked;
