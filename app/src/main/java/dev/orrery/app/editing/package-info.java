/// Sheets in which somebody says what a service, a dependency or a boundary is to be. Each says while one writes what
/// would come of it, or why it cannot be; what is confirmed is one edit, one row in the undo list.
@NullMarked
package dev.orrery.app.editing;

import org.jspecify.annotations.NullMarked;
