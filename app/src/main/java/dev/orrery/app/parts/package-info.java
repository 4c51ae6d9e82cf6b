/// Small pieces that several panes show alike: the shape of a state, the icon of a kind, an age, a row that stands for
/// a service, a sheet over the window.
@NullMarked
package dev.orrery.app.parts;

import org.jspecify.annotations.NullMarked;
