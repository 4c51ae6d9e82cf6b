/// Where everything is put together, by hand, in one place, and closed in reverse.
@NullMarked
package dev.orrery.app;

import org.jspecify.annotations.NullMarked;
