package dev.orrery.query;

import java.util.List;

/// What was understood of a typed expression.
///
/// @param problems in order of place
public record Reading(Expression expression, List<QueryProblem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
