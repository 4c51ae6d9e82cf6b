/// What a health endpoint's body says, whatever its format.
///
/// [BodyReader][dev.orrery.probe.body.BodyReader] tells JSON, pages and plain words apart and asks each
/// [BodyFormat][dev.orrery.probe.body.BodyFormat] in turn; the first that knows the body by its content decides.
/// Every format ends in the same [BodyHealth][dev.orrery.probe.body.BodyHealth]: a state, the word it was said
/// with, and the [parts][dev.orrery.probe.body.Part] that the body tells about, as a tree. All text in it has been made
/// harmless.
@NullMarked
package dev.orrery.probe.body;

import org.jspecify.annotations.NullMarked;
