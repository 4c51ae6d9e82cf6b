/// Traffic as Zipkin tells of it: the answer of its dependency query, or traces as lists of spans.
@NullMarked
package dev.orrery.importer.zipkin;

import org.jspecify.annotations.NullMarked;
