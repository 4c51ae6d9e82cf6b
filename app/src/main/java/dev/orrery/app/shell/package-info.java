/// The window: what stands where, and who hears of what.
///
/// [MainWindow][dev.orrery.app.shell.MainWindow] is the only one that knows all panes. It hands each the session to
/// render and a way to send actions; no pane knows another. What needs the world outside the program (files to choose,
/// a browser, the clipboard, settings) goes through [Surroundings][dev.orrery.app.shell.Surroundings].
@NullMarked
package dev.orrery.app.shell;

import org.jspecify.annotations.NullMarked;
