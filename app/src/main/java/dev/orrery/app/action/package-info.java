/// Everything that the user can do, in one table.
///
/// [UiActions][dev.orrery.app.action.UiActions] lists each action with its words, icon, keys, when it is possible and
/// what it does. Menu, toolbar, context menus, shortcuts, command palette and the sheet of shortcuts are all made from
/// it, so they cannot disagree. What is not possible now is shown disabled, never hidden.
@NullMarked
package dev.orrery.app.action;

import org.jspecify.annotations.NullMarked;
