/// The texts beside the picture. What is selected here is selected there, and what is written is an edit like others.
@NullMarked
package dev.orrery.app.source;

import org.jspecify.annotations.NullMarked;
