package dev.orrery.diagram;

import dev.orrery.text.Messages;
import dev.orrery.topology.ServiceKind;
import java.util.EnumMap;
import java.util.Map;

/// The words for kinds of services.
final class KindWords {
    private static final Map<ServiceKind, String> WORDS = new EnumMap<>(ServiceKind.class);

    static {
        for (ServiceKind kind : ServiceKind.values()) {
            WORDS.put(kind, Messages.of("kind." + kind.word()));
        }
    }

    private KindWords() {}

    static String of(ServiceKind kind) {
        return WORDS.getOrDefault(kind, kind.word());
    }
}
