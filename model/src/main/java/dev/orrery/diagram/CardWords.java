package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.text.Messages;
import java.util.stream.Collectors;

/// A card in one sentence, for tips and for those who hear the picture.
public final class CardWords {
    private CardWords() {}

    /// As in `reservations, service, Java, Spring Boot, down · 5 s`.
    public static String of(Card card) {
        String badges = card.health().badgeWords();
        String said = badges.isEmpty() ? plain(card) : Messages.of("card.words.badges", plain(card), badges);
        Tint tint = card.tint();
        String tinted = tint == null ? said : Messages.of("card.words.tint", said, tint.words());
        String mark = card.mark() == null ? "" : card.mark().words();
        return withHubs(card, mark.isEmpty() ? tinted : Messages.of("card.words.mark", tinted, mark));
    }

    private static String withHubs(Card card, String words) {
        HubMark hubs = card.hubs();
        String all = hubs.neededBy().isEmpty() ? words : Messages.of("card.words.hub", words, hubs.neededBy());
        return hubs.badges().isEmpty()
                ? all
                : Messages.of(
                        "card.words.hubs",
                        all,
                        hubs.badges().stream().map(HubBadge::words).collect(Collectors.joining(", ")));
    }

    private static String plain(Card card) {
        return switch (card) {
            case ServiceCard service -> {
                String kind = KindWords.of(service.kind());
                yield service.subtitle().equals(kind)
                        ? Messages.of(
                                "card.words",
                                service.fullTitle(),
                                kind,
                                service.health().note())
                        : Messages.of(
                                "card.words",
                                service.fullTitle(),
                                kind + ", " + service.subtitle(),
                                service.health().note());
            }
            case BoundaryCard boundary ->
                Messages.of(
                        "card.words",
                        boundary.fullTitle(),
                        boundary.subtitle(),
                        boundary.health().note());
            case MissingCard missing ->
                Messages.of(
                        "card.words.missing",
                        missing.fullTitle(),
                        missing.health().note());
        };
    }
}
