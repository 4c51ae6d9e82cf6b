/// Vizceral: the traffic that was seen between services, region by region, as one JSON text.
///
/// A node that is drawn as a region is a boundary, and the nodes in it are services; what a service's own node holds
/// are its clusters. A connection is traffic that somebody saw, so what is read from it is observed, not declared.
/// `class` and the counts say how things were when the file was written, and are no health. The rules are in
/// `docs/formats.md`.
@NullMarked
package dev.orrery.importer.vizceral;

import org.jspecify.annotations.NullMarked;
