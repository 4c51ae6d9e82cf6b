package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds which descriptions are of one service: those that people say are, then by id, by the other names that a source
/// knows, and by names that differ only in how sources write them. Within one draft nothing but people unites two.
final class Identities {
    private final List<Identity> first = new ArrayList<>();
    private final List<Map<String, Identity>> byDraft = new ArrayList<>();

    private Identities() {}

    static Identities of(List<Draft> drafts, Map<String, List<String>> stated, Consumer<Problem> report) {
        Identities found = new Identities();
        NameMatching names = new NameMatching();
        Set<String> ids = drafts.stream()
                .flatMap(draft -> draft.services().stream())
                .map(Service::id)
                .collect(Collectors.toSet());
        SameIds sameIds = new SameIds(ids, report);
        int order = 0;
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            Map<String, Identity> own = new HashMap<>();
            for (Service service : draft.services()) {
                Definition definition = new Definition(order++, at, draft.format(), draft.scope(), service);
                Identity identity = sameIds.of(definition);
                own.put(service.id(), identity);
                found.first.add(identity);
                names.add(definition, identity);
            }
            found.byDraft.add(own);
        }
        StatedMatching.unite(found.all(), stated);
        names.match(service -> Stream.of(lower(service.id())), Identities::aliases, Identity::isAlike);
        for (UnaryOperator<String> form : List.<UnaryOperator<String>>of(NormalName::plain, NormalName::bare)) {
            names.match(
                    service -> Stream.of(form.apply(service.id())),
                    service -> others(service).map(form),
                    Identity::sharesNoFormat);
        }
        names.tellDoubts(report);
        return found;
    }

    /// Every service once, the one that counts most first.
    List<Identity> all() {
        return first.stream().map(Identity::now).distinct().toList();
    }

    /// The services that a draft describes, by the ids that it gives them.
    Map<String, Identity> of(int draft) {
        return byDraft.get(draft);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Stream<String> aliases(Service service) {
        return service.aliases().stream().map(Identities::lower);
    }

    private static Stream<String> others(Service service) {
        return Stream.concat(Stream.of(service.name()), service.aliases().stream());
    }
}
