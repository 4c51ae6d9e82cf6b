/// GraphML, as drawing tools such as yEd and graph libraries write it: nodes, nested graphs, directed edges.
@NullMarked
package dev.orrery.importer.graphml;

import org.jspecify.annotations.NullMarked;
