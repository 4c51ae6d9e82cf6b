/// Docker Compose, whole projects: services, what they need, and where their health is answered.
///
/// [ComposeFiles][dev.orrery.importer.compose.ComposeFiles] says which files are one project. Each of their documents
/// becomes a [Layer][dev.orrery.importer.compose.Layer], its variables replaced and its paths relative to the root;
/// [ComposeLoader][dev.orrery.importer.compose.ComposeLoader] adds what it includes and extends and merges the layers
/// into a [ComposeModel][dev.orrery.importer.compose.ComposeModel], whose parts still know where they are written.
/// [ComposeProject][dev.orrery.importer.compose.ComposeProject] makes a draft of that.
///
/// Values are interpolated with `.env` files and with the defaults that the text gives, never with the environment of
/// this process, so that a file means the same for everyone. What a value leaves open is reported and never becomes a
/// name. The rules are listed in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.compose;

import org.jspecify.annotations.NullMarked;
