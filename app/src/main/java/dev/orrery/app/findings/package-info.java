/// What inspections find, as a list beside the picture: grouped by rule, with why it matters, what to do, and what
/// may be done at once. Knows nothing of the picture; whoever shows it leads there.
@NullMarked
package dev.orrery.app.findings;

import org.jspecify.annotations.NullMarked;
