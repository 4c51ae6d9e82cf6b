package dev.orrery.probe;

/// Where secrets are found by name. A value is given for an origin of its audience alone.
public interface Secrets {
    /// Knows none.
    Secrets NONE = (_, _) -> new Found.Unknown();

    /// @param name as the descriptor has it
    /// @param origin to which it would be sent
    Found find(String name, Origin origin);

    /// What came of looking for a secret.
    sealed interface Found {
        record Given(Secret secret) implements Found {}

        /// There is one of this name, but not for this origin.
        record NotForThisOrigin() implements Found {}

        /// The user has not allowed it to be sent there for what is open.
        record NotAllowed() implements Found {}

        record Unknown() implements Found {}

        /// There is one for this origin, but its value cannot be had.
        ///
        /// @param why a sentence for people
        record Unreadable(String why) implements Found {}
    }
}
