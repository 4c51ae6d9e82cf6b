/// The files that Orrery writes, each so that a reader finds either the old content or the new, never half of it.
///
/// [AtomicFile][dev.orrery.persistence.AtomicFile] is the one way to write.
/// [WorkspaceFile][dev.orrery.persistence.WorkspaceFile] keeps what is worth sharing beside a descriptor and splices
/// only its own sections. [SettingsFile][dev.orrery.persistence.SettingsFile] and
/// [TrustFile][dev.orrery.persistence.TrustFile] lie in the user's [data folder][dev.orrery.persistence.DataFolder],
/// which nobody else may read. A failure is a value with words, and a file that cannot be read is kept.
@NullMarked
package dev.orrery.persistence;

import org.jspecify.annotations.NullMarked;
