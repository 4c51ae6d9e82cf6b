/// Score workloads: each becomes a service that needs the resources it asks for.
///
/// All files are read together, because a resource with an `id` is one and the same wherever it is asked for, and a
/// workload may ask for another one as a resource of the type `service`. The rules are listed in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.score;

import org.jspecify.annotations.NullMarked;
