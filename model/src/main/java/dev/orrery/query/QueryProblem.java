package dev.orrery.query;

/// What of a typed expression was not understood. The rest holds.
///
/// @param from first character, from 0
/// @param to after the last one
/// @param words for people
public record QueryProblem(int from, int to, String words) {}
