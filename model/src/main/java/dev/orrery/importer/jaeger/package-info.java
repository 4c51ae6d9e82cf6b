/// Traffic as Jaeger tells of it: the answer of its dependency query, or exported traces.
@NullMarked
package dev.orrery.importer.jaeger;

import org.jspecify.annotations.NullMarked;
