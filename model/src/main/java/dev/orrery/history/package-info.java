/// What was observed, kept.
///
/// A [History][dev.orrery.history.History] is one SQLite file for one topology, in the user's data folder. Every change
/// of health goes in as it happens; single answers do not, they are added up to a
/// [Rollup][dev.orrery.history.Rollup] a minute for each check, later an hour. Gaps say when nothing could be known.
/// One thread writes, once a second; whoever offers something to keep never waits for it. The newest change before a
/// moment is how things stood at that moment, so that any past board can be shown again.
///
/// A file that cannot be used is never deleted and never in the way: the program goes on with another one, or with its
/// memory alone, and [Keeping][dev.orrery.history.Keeping] says so.
@NullMarked
package dev.orrery.history;

import org.jspecify.annotations.NullMarked;
