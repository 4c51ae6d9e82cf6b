/// AsyncAPI 2 and 3: applications, the servers that they meet at, and the channels that join them.
///
/// One document tells one side of a channel. All documents are read together, because who receives what another sends
/// is known only then. What a document calls is followed into the files beside it, never to another machine.
@NullMarked
package dev.orrery.importer.asyncapi;

import org.jspecify.annotations.NullMarked;
