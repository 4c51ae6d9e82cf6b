package dev.orrery.descriptor;

import dev.orrery.problem.Severity;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.SourceLocation;
import org.jspecify.annotations.Nullable;

/// A rule about who may need whom, as a native descriptor or a workspace states it. Services are meant by
/// expressions, which are understood later: only then the services are known.
///
/// @param name by which people call it
/// @param forbidden whether such dependencies must not be; otherwise nobody else may have them
/// @param from who needs
/// @param to what is needed
/// @param via what lies between; null where a dependency is meant and not a way
/// @param kind of the dependencies that are meant; null for all
/// @param because why there is the rule
/// @param source where it is stated
public record StatedRule(
        String name,
        boolean forbidden,
        Value.Scalar from,
        Value.Scalar to,
        Value.@Nullable Scalar via,
        @Nullable DependencyKind kind,
        Severity severity,
        @Nullable String because,
        SourceLocation source) {}
