/// Graphs in the language of Graphviz. A bounded reader of our own, because a dependency must say where it is written:
/// [Tokens][dev.orrery.importer.dot.Tokens] cuts the text, [DotGraph][dev.orrery.importer.dot.DotGraph] follows its
/// statements.
@NullMarked
package dev.orrery.importer.dot;

import org.jspecify.annotations.NullMarked;
