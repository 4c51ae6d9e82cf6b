/// Orrery's own layered drawing, after Sugiyama, Tagawa and Toda (1981): circles are broken, every box gets a layer,
/// long edges get dummies in the layers that they pass, rows are ordered so that few edges cross, and columns are
/// found that make edges short and upright.
///
/// [LayeredPart][dev.orrery.layout.layered.LayeredPart] draws one connected graph and names the steps in their order.
/// None of
/// them recurses, looks at a clock or depends on the order of a hash table: effort is counted in steps, and the same
/// graph gives the same picture, bit for bit, on every machine.
@NullMarked
package dev.orrery.layout.layered;

import org.jspecify.annotations.NullMarked;
