/// A diagram or topology as text for others.
///
/// [SvgExporter][dev.orrery.export.SvgExporter] draws a [Diagram][dev.orrery.diagram.Diagram] as one standalone file,
/// and looks like the window because both read the same styles. The rest are the command line's answers as JSON, whose
/// keys are a contract: every key is always there, what is not known is null, what is none is an empty list.
@NullMarked
package dev.orrery.export;

import org.jspecify.annotations.NullMarked;
