/// Expressions that say which services are meant, as in `kind:database owner:payments !up`: one language for search,
/// filter and highlight.
///
/// [Expression][dev.orrery.query.Expression] is what was said, read by
/// [ExpressionReader][dev.orrery.query.ExpressionReader] from what was typed;
/// [Filter][dev.orrery.query.Filter] answers which services of a topology it means;
/// [Vocabulary][dev.orrery.query.Vocabulary] knows what could be said of a topology, and
/// [Completion][dev.orrery.query.Completion] how a word could go on.
@NullMarked
package dev.orrery.query;

import org.jspecify.annotations.NullMarked;
