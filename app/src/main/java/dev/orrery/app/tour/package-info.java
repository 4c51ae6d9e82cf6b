/// Notes and named views on the screen, and going through them as a tour.
///
/// [ViewsPane][dev.orrery.app.tour.ViewsPane] lists the views, [NoteForm][dev.orrery.app.tour.NoteForm] and
/// [ViewForm][dev.orrery.app.tour.ViewForm] are the sheets in which they are written,
/// [TourCard][dev.orrery.app.tour.TourCard]
/// tells what a step shows, and [ViewCamera][dev.orrery.app.tour.ViewCamera] brings it onto the screen.
@NullMarked
package dev.orrery.app.tour;

import org.jspecify.annotations.NullMarked;
