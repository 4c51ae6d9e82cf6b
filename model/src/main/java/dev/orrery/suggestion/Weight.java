package dev.orrery.suggestion;

/// How much of a closeness comes from one term.
///
/// @param weight above 0; a required synchronous call of a service that nobody else calls is 1
public record Weight(Term term, double weight) {}
