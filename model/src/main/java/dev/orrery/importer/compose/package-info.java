/// Docker Compose, one file at a time: services, what they need, and where their health is answered.
///
/// Values are interpolated with the file `.env` beside the descriptor and with the defaults that the text gives, never
/// with the environment of this process, so that a file means the same for everyone. What a value leaves open is
/// reported and never becomes a name. The rules are listed in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.compose;

import org.jspecify.annotations.NullMarked;
