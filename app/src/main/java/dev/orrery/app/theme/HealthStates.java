package dev.orrery.app.theme;

import dev.orrery.health.Health;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The pseudo-classes `:up :degraded :down :unknown :pending`. Style sheets see exactly one of them on a node, and find
/// its colour under the name `-orrery-health` there and below.
public final class HealthStates {
    private static final Map<Health, PseudoClass> STATES = new EnumMap<>(Health.class);

    static {
        for (Health health : Health.values()) {
            STATES.put(health, PseudoClass.getPseudoClass(health.name().toLowerCase(Locale.ROOT)));
        }
    }

    private HealthStates() {}

    public static void set(Node node, Health health) {
        STATES.forEach((state, pseudoClass) -> node.pseudoClassStateChanged(pseudoClass, state == health));
    }
}
