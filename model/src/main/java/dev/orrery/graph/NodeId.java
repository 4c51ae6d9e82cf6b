package dev.orrery.graph;

/// What a box on the picture stands for. Services, boundaries and missing targets may share a name, so
/// the kind belongs to the identity.
///
/// @param id the id in the topology
public record NodeId(NodeId.Of of, String id) implements Comparable<NodeId> {
    /// Three kinds of box, in the order in which boxes are listed.
    public enum Of {
        SERVICE,
        BOUNDARY,
        /// The target of a dependency that nothing defines.
        MISSING
    }

    public static NodeId service(String id) {
        return new NodeId(Of.SERVICE, id);
    }

    public static NodeId boundary(String id) {
        return new NodeId(Of.BOUNDARY, id);
    }

    public static NodeId missing(String id) {
        return new NodeId(Of.MISSING, id);
    }

    @Override
    public int compareTo(NodeId other) {
        int byKind = of.compareTo(other.of);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
