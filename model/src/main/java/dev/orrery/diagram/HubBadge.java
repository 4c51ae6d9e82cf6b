package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands on a card for its line to a folded hub, or, as the last one, for the lines to all hubs that have no room.
///
/// @param hubs one, or those without room
/// @param label the name of the hub, cut to fit, or as in `+2`
/// @param words the whole names
/// @param kind of the hub; null where it stands for several
/// @param health of the hub; of several the worst
/// @param shown whether all its lines are shown
/// @param x left edge in the card
public record HubBadge(
        List<NodeId> hubs,
        String label,
        String words,
        @Nullable ServiceKind kind,
        Health health,
        boolean shown,
        double x,
        double width) {
    /// Width and height of its health shape.
    public static final double SHAPE_SIZE = 9;
    /// Width and height of its icon.
    public static final double ICON_SIZE = 10;
    /// From the top edge of the shape and the icon to the baseline of the label.
    public static final double BASELINE = 8.2;

    static final double GAP = 3;

    public HubBadge {
        hubs = List.copyOf(hubs);
    }

    /// Left edge of the icon in the card.
    public double iconX() {
        return x + SHAPE_SIZE + GAP;
    }

    /// Left edge of the label in the card.
    public double labelX() {
        return kind == null ? iconX() : iconX() + ICON_SIZE + GAP;
    }

    /// Whether it has to stand out at every zoom.
    public boolean isUnwell() {
        return health == Health.DOWN || health == Health.DEGRADED;
    }

    /// Of the label.
    public Colour colour() {
        if (health == Health.DOWN) {
            return Colour.DOWN;
        }
        return shown ? Colour.ACCENT : Colour.SECOND_TEXT;
    }
}
