package dev.orrery.diagram;

import dev.orrery.health.Health;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What folded hubs leave on a card, in a row of its own: how many need it, where it is a hub, and a badge for each hub
/// that it needs.
///
/// @param neededBy as in `needed by 41`; empty where it is no folded hub
/// @param badges from left to right, in the same order on every card
public record HubMark(String neededBy, List<HubBadge> badges) {
    public static final HubMark NONE = new HubMark("", List.of());

    /// The height of the row.
    static final double ROW = 20;

    private static final double ABOVE_EDGE = 21;

    public HubMark {
        badges = List.copyOf(badges);
    }

    public boolean isNone() {
        return neededBy.isEmpty() && badges.isEmpty();
    }

    /// Top edge of the shapes in a card of this height.
    public static double top(double cardHeight) {
        return cardHeight - ABOVE_EDGE;
    }

    /// The badge at a place in a card of this height.
    public Optional<HubBadge> at(double x, double y, double cardHeight) {
        boolean inRow = y >= top(cardHeight) - HubBadge.GAP && y < cardHeight;
        return badges.stream()
                .filter(badge -> inRow && x >= badge.x() - HubBadge.GAP && x < badge.x() + badge.width() + HubBadge.GAP)
                .findFirst();
    }

    /// The worst that a needed hub is, where that is worth a sign at every zoom.
    public Optional<Health> unwell() {
        return badges.stream().filter(HubBadge::isUnwell).map(HubBadge::health).min(Comparator.naturalOrder());
    }
}
