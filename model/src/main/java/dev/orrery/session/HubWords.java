package dev.orrery.session;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Service;
import java.util.Comparator;
import java.util.List;

/// Says which hubs a picture has, and whether they are folded, for a legend.
public final class HubWords {
    private static final int NAMED = 4;

    private HubWords() {}

    /// As in `Hubs folded into badges: kafka, postgres, redis`, those that most need first; empty without a hub.
    public static String of(Picture picture) {
        if (picture.hubs().isNone()) {
            return "";
        }
        List<String> names = picture.hubs().ids().stream()
                .sorted(Comparator.comparingInt(hub -> -(int) picture.graph().edges().stream()
                        .filter(edge -> edge.id().to().equals(hub))
                        .count()))
                .map(hub -> Untrusted.oneLine(
                        picture.topology().service(hub.id()).map(Service::name).orElse(hub.id())))
                .toList();
        int more = names.size() - NAMED;
        String listed = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return Messages.of(
                picture.folded().isNone() ? "hubs.drawn" : "hubs.folded",
                more > 0 ? Messages.of("hubs.more", listed, Integer.toString(more)) : listed);
    }
}
