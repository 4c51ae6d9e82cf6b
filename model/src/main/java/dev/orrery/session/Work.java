package dev.orrery.session;

/// Something that takes a while and can be given up.
///
/// @param words what is being done, for people
public record Work(long generation, String words) {}
