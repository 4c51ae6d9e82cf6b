/// Words for people, in one bundle.
///
/// Stages report codes and arguments; this package turns them into sentences, for the window, the command line, SVG and
/// reports alike. It also makes text that came from outside (an endpoint's answer, a name in a file) harmless to show.
@NullMarked
package dev.orrery.text;

import org.jspecify.annotations.NullMarked;
