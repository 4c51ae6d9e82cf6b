/// Rules over a topology, one class each.
///
/// Readers report what a text gets wrong; an [Inspection][dev.orrery.inspection.Inspection] looks at what the text says
/// and finds what is doubtful about it. [Inspections][dev.orrery.inspection.Inspections] runs them all.
@NullMarked
package dev.orrery.inspection;

import org.jspecify.annotations.NullMarked;
