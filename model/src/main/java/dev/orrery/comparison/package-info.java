/// What changed from one topology to another.
///
/// [Comparison][dev.orrery.comparison.Comparison] pairs the services, boundaries and dependencies of both, by id
/// first, and those that are left by name and neighbourhood where both, or one of them and what is stated, speak
/// for it. Every pair that was not made by id carries its agreements; where the evidence is thin or two would do
/// as well, nothing is paired, and there is one that went and one that came.
@NullMarked
package dev.orrery.comparison;

import org.jspecify.annotations.NullMarked;
