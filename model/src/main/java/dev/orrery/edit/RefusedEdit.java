package dev.orrery.edit;

import org.jspecify.annotations.Nullable;

/// An edit that was not made, and why.
///
/// @param choice the ways in which it can be made where it stands behind an alias; null where it does not
public record RefusedEdit(
        TopologyEdit edit, EditRefusal refusal, @Nullable AliasChoice choice) {}
