/// One exploring session as a value, and how it changes.
///
/// A gesture, a batch of observations or a finished layout is an [Action][dev.orrery.session.Action].
/// [SessionUpdate][dev.orrery.session.SessionUpdate] is a pure function from a [Session][dev.orrery.session.Session]
/// and an action to the next session and a list of [effects][dev.orrery.session.Effect], which somebody else performs
/// and whose results come back as actions. So everything that the window can do is tested here, without a window, a
/// thread or a clock.
///
/// Only an [Edit][dev.orrery.session.Edit] makes a row in the undo list. Health never causes a layout. What arrives
/// late is known by its generation and dropped.
@NullMarked
package dev.orrery.session;

import org.jspecify.annotations.NullMarked;
