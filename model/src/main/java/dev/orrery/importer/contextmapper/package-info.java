/// Context Mapper: maps of bounded contexts in its own language, CML.
///
/// A bounded context is a service. On a context map the arrow shows influence, from upstream to downstream; who needs
/// whom is the reverse. A text is read once, token by token, without recursion, and what is inside an aggregate is
/// passed over. The rules are in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.contextmapper;

import org.jspecify.annotations.NullMarked;
