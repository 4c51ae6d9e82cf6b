/// What the repository around opened files knows of earlier times: their contents at a revision, and the log.
///
/// Git's own files are read here, and nothing else: no program is run, so neither hooks nor filters nor a fetch of
/// what is missing can be; no configuration of the user or the system, no environment variable, no alternate
/// object store and nothing beyond the repository's own folder is looked at, except where the `.git` file of a
/// worktree or submodule says that this is elsewhere. Nothing is written. Contents are as they were committed:
/// line ends and filters are not applied. Every object is checked against its id.
@NullMarked
package dev.orrery.revision;

import org.jspecify.annotations.NullMarked;
