/// Figures of our own speed and of the pictures' quality, for `bench`; never part of the tests.
///
/// Each benchmark is a function to a [Report][dev.orrery.app.bench.Report]: a list of results, each with its median
/// over several runs, and a list of what was left out and why. Nothing here compares with figures from elsewhere:
/// another program is measured in the same run, on the same machine and input, or not at all.
@NullMarked
package dev.orrery.app.bench;

import org.jspecify.annotations.NullMarked;
