/// Observations folded into health.
///
/// An [Observation][dev.orrery.health.Observation] is one immutable answer;
/// [HealthPolicy][dev.orrery.health.HealthPolicy] folds answers into a
/// [CheckHealth][dev.orrery.health.CheckHealth] by counting, a service is the worst of its
/// checks, and [Rollup][dev.orrery.health.Rollup] sums up a boundary. Everything is pure: time
/// comes in with the observations. Two axes are never mixed: what was observed
/// ([Health][dev.orrery.health.Health]) and how that is to be taken
/// ([Qualifier][dev.orrery.health.Qualifier]: suspect, recovering, flapping, stale, and what
/// people said in [Attention][dev.orrery.health.Attention]). Unknown is a state, told apart from
/// up and from down.
@NullMarked
package dev.orrery.health;

import org.jspecify.annotations.NullMarked;
