package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.HealthMark;
import dev.orrery.graph.NodeId;
import dev.orrery.text.Messages;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a screen reader says at a card, as in `reservations, service, down, needs 4, needed by 2, last answer 5 s ago`.
final class SpokenWords {
    private final Map<NodeId, Integer> needs = new HashMap<>();
    private final Map<NodeId, Integer> neededBy = new HashMap<>();

    SpokenWords(Diagram diagram) {
        diagram.edges().forEach(this::count);
        diagram.folded().forEach(this::count);
    }

    private void count(Diagram.Edge edge) {
        needs.merge(edge.id().from(), 1, Integer::sum);
        neededBy.merge(edge.id().to(), 1, Integer::sum);
    }

    String of(Card card) {
        List<String> words = new ArrayList<>();
        words.add(card.fullTitle());
        words.add(
                switch (card) {
                    case ServiceCard service -> kind(service.kind());
                    case BoundaryCard boundary ->
                        Messages.of(boundary.community() ? "canvas.community" : "canvas.boundary", boundary.subtitle());
                    case MissingCard _ -> Messages.of("card.missing");
                });
        if (!(card instanceof MissingCard)) {
            words.add(card.health().word());
        }
        if (!card.health().badges().isEmpty()) {
            words.add(card.health().badgeWords());
        }
        if (!card.findings().isNone()) {
            words.add(card.findings().words());
            words.addAll(card.findings().lines());
        }
        words.add(Messages.of("canvas.needs", text(needs, card.id())));
        words.add(Messages.of("canvas.needed-by", text(neededBy, card.id())));
        age(card.health(), words);
        if (card.pinned()) {
            words.add(Messages.of("canvas.pinned"));
        }
        return String.join(", ", words);
    }

    String of(Diagram.Frame frame) {
        List<String> words = new ArrayList<>();
        words.add(frame.fullTitle());
        words.add(Messages.of(frame.community() ? "canvas.opened-community" : "canvas.opened-boundary"));
        if (frame.owner() != null && !frame.community()) {
            words.add(Messages.of("canvas.owner", frame.owner()));
        }
        words.add(frame.health().word());
        return String.join(", ", words);
    }

    private static void age(HealthMark mark, List<String> words) {
        String age = mark.age();
        if (age != null) {
            boolean now = age.equals(Messages.of("age.now"));
            words.add(now ? Messages.of("canvas.answered-now") : Messages.of("canvas.answered", age));
        }
        if (mark.suspect() != null) {
            words.add(Messages.of("canvas.suspect", mark.suspect()));
        }
    }

    private static String kind(ServiceKind kind) {
        return Messages.of("kind." + kind.word());
    }

    private static String text(Map<NodeId, Integer> counts, NodeId id) {
        return Integer.toString(counts.getOrDefault(id, 0));
    }
}
