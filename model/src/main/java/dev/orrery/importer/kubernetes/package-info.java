/// Kubernetes manifests, all that are opened at once: workloads with the Services that lead to them, the names by which
/// they call each other, and the doors through which this computer reaches them.
///
/// Documents become [Manifest]s, whatever they are wrapped in. [Cluster] knows which name leads to which workload;
/// every rule asks it, so a name means the same in a variable, a route and a policy. What a cluster would add later
/// (a rendered chart, a patch, an address) is reported as missing and never guessed. The rules are listed in
/// `docs/formats.md`.
@NullMarked
package dev.orrery.importer.kubernetes;

import org.jspecify.annotations.NullMarked;
