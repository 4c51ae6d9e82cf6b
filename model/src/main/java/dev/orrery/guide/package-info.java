/// What people say about a topology, and how they want it to be looked at: notes pinned to services and boundaries, and
/// named views, which in their order are the tour.
///
/// A [Guide][dev.orrery.guide.Guide] is kept in the workspace. [GuideText][dev.orrery.guide.GuideText] reads it,
/// [GuideSections][dev.orrery.guide.GuideSections] writes it back and leaves what did not change as it was written, and
/// [GuideCheck][dev.orrery.guide.GuideCheck] tells what in it no topology has.
@NullMarked
package dev.orrery.guide;

import org.jspecify.annotations.NullMarked;
