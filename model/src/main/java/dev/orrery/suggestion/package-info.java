/// Boundaries that a topology could have, with what speaks for them.
///
/// [Closeness][dev.orrery.suggestion.Closeness] says of each two services how much they have to do with each
/// other, term by term. [Suggestion][dev.orrery.suggestion.Suggestion] divides the services so that much lies
/// inside boundaries and little across, as fine as [Wishes][dev.orrery.suggestion.Wishes] want it, and becomes
/// ordinary edits. The same topology and wishes make the same suggestion.
@NullMarked
package dev.orrery.suggestion;

import org.jspecify.annotations.NullMarked;
