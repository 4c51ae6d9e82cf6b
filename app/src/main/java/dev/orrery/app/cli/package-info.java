/// The command line: thin commands over the same core that the window uses.
///
/// [Cli][dev.orrery.app.cli.Cli] holds the commands together; each reads, asks the model, and prints. Standard output
/// carries the answer alone, as text for people or as JSON for programs; everything that is said to people beside it
/// goes to standard error. What a command needs from outside (streams, a clock, the window) comes in as
/// [Surroundings][dev.orrery.app.cli.Surroundings], so nothing here knows JavaFX and everything can be tried in a
/// test.
@NullMarked
package dev.orrery.app.cli;

import org.jspecify.annotations.NullMarked;
