package dev.orrery.guide;

import dev.orrery.graph.NodeId;
import dev.orrery.topology.SourceLocation;

/// Where a guide names a service or boundary.
public record Mention(NodeId node, SourceLocation source) {}
