package dev.orrery.persistence;

/// Where the value of a secret is, as the user's list of them says it.
public sealed interface SecretPlace {
    /// A variable of the environment that Orrery was started in.
    record Variable(String name) implements SecretPlace {}

    /// @param path beside the list where it is relative
    record InFile(String path) implements SecretPlace {}

    /// In the list itself.
    record Stated() implements SecretPlace {}

    /// The list does not say.
    record Nowhere() implements SecretPlace {}
}
