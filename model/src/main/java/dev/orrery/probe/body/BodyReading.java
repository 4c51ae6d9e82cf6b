package dev.orrery.probe.body;

/// What became of reading a body.
public sealed interface BodyReading {
    /// A format was recognised.
    record Said(BodyHealth health) implements BodyReading {}

    /// It is JSON, or claims to be, but nobody can say for sure what it means.
    ///
    /// @param why in words, made harmless
    record Ambiguous(String why) implements BodyReading {}

    /// A page with a password field.
    record Login() implements BodyReading {}

    /// Empty, or nothing that any format knows.
    record Silent() implements BodyReading {}
}
