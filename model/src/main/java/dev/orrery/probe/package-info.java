/// Ask once, and decide when to ask again.
///
/// A [Probe][dev.orrery.probe.Probe] asks one [ProbeTarget][dev.orrery.probe.ProbeTarget] and returns whatever came
/// of it as an observation; nothing escapes. One class per protocol lives in a package below, and
/// [ProbeByScheme][dev.orrery.probe.ProbeByScheme] picks it. [Prober][dev.orrery.probe.Prober] decides when: one
/// thread keeps the timetable, probes run on virtual threads under permits, answers leave in batches.
/// [Round][dev.orrery.probe.Round] asks everything once.
///
/// Nothing is asked that the user has not allowed: [Origin][dev.orrery.probe.Origin] is what a descriptor names,
/// [Trust][dev.orrery.probe.Trust] is what was allowed, and [Gate][dev.orrery.probe.Gate] holds the one against the
/// other where it counts, at the moment when a socket is to be connected to a real address.
///
/// A check may name secrets for its headers. [Secrets][dev.orrery.probe.Secrets] gives one for an origin of its
/// [audience][dev.orrery.probe.SecretAudience] alone, and [Redaction][dev.orrery.probe.Redaction] takes it out of
/// whatever comes back.
@NullMarked
package dev.orrery.probe;

import org.jspecify.annotations.NullMarked;
