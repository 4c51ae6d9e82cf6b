package dev.orrery.edit;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import org.jspecify.annotations.Nullable;

/// Finds what an edit names, and checks what it is to be named.
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    static Service service(Topology topology, String id) {
        return topology.service(id).orElseThrow(() -> new Unmeant("unknown-service", id));
    }

    static Boundary boundary(Topology topology, String id) {
        return topology.boundary(id).orElseThrow(() -> new Unmeant("unknown-boundary", id));
    }

    static @Nullable String existing(Topology topology, @Nullable String boundary) {
        return boundary == null ? null : boundary(topology, boundary).id();
    }

    static String freeService(Topology topology, String id) {
        require(id);
        if (topology.service(id).isPresent()) {
            throw new Unmeant("service-exists", id);
        }
        return id;
    }

    static String freeBoundary(Topology topology, String id) {
        require(id);
        if (topology.boundary(id).isPresent()) {
            throw new Unmeant("boundary-exists", id);
        }
        return id;
    }

    /// An id is one line that does not begin or end with a space.
    private static void require(String id) {
        boolean isName = !id.isEmpty()
                && id.length() <= LONGEST
                && id.equals(id.strip())
                && id.codePoints().noneMatch(point -> Character.isISOControl(point) || isLineEnd(point));
        if (!isName) {
            throw new Unmeant("no-name", id);
        }
    }

    private static boolean isLineEnd(int point) {
        return point == '\u2028' || point == '\u2029' || point == '\uFEFF';
    }
}
