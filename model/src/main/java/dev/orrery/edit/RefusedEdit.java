package dev.orrery.edit;

/// An edit that was not made, and why.
public record RefusedEdit(TopologyEdit edit, EditRefusal refusal) {}
