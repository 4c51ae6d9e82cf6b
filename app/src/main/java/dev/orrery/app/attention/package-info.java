/// The sheets in which people say that they look after a service, or work on it, and until when.
@NullMarked
package dev.orrery.app.attention;

import org.jspecify.annotations.NullMarked;
