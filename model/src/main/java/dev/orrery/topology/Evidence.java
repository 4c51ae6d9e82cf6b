package dev.orrery.topology;

/// Where a dependency is stated, by which rule, and how sure that is.
///
/// @param rule the reader's rule, as in `compose.depends_on`; the list is in `docs/formats.md`
public record Evidence(Certainty certainty, String rule, SourceLocation source) {}
