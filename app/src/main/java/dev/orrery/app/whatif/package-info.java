/// What if: a bar that says that nothing is written, a list of who is hit and of what becomes of the figures, and the
/// sheets in which something is supposed, kept and found again.
@NullMarked
package dev.orrery.app.whatif;

import org.jspecify.annotations.NullMarked;
