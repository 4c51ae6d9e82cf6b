package dev.orrery.layout;

/// Places boxes and routes edges. Stateless; the same request gives the same bits on every machine.
public interface LayoutEngine {
    /// A stable word for settings and figures, as in `layered`.
    String id();

    /// Pinned boxes lie where their pin says; nothing overlaps; members lie inside their boundary and
    /// nobody else does. Where all boxes have their places only the edges are routed.
    ///
    /// @throws java.util.concurrent.CancellationException soon after `cancellation` says so
    Layout layout(LayoutRequest request, Cancellation cancellation);
}
