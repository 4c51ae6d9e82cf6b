package dev.orrery.descriptor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Unites what people say is one service, whatever the descriptors say.
final class StatedMatching {
    private record InDraft(int draft, String name) {}

    private final Map<String, String> byName;
    private final Map<String, Set<Identity>> groups = new TreeMap<>();

    private StatedMatching(Map<String, List<String>> stated) {
        this.byName = byName(stated);
    }

    /// Every stated name in lower case, to the name that counts. A name that has others keeps them to itself.
    static Map<String, String> byName(Map<String, List<String>> stated) {
        Map<String, String> byName = new HashMap<>();
        SortedMap<String, List<String>> sorted = new TreeMap<>(stated);
        sorted.keySet().forEach(name -> byName.putIfAbsent(Identities.lower(name), name));
        sorted.forEach((name, others) -> others.forEach(other -> byName.putIfAbsent(Identities.lower(other), name)));
        return byName;
    }

    /// @param identities the one that counts most first
    static void unite(List<Identity> identities, Map<String, List<String>> stated) {
        if (stated.isEmpty()) {
            return;
        }
        StatedMatching matching = new StatedMatching(stated);
        matching.byId(identities);
        matching.byAlias(identities);
        matching.groups.forEach((name, members) -> {
            Identity united = unite(members);
            united.state(name);
            stated.getOrDefault(name, List.of()).forEach(united::state);
        });
    }

    private void byId(List<Identity> identities) {
        for (Identity identity : identities) {
            String name = byName.get(Identities.lower(identity.id()));
            if (name != null) {
                groups.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(identity);
            }
        }
    }

    /// An alias counts where one service of the draft has it, and none has it for an id.
    private void byAlias(List<Identity> identities) {
        Map<InDraft, Set<Identity>> bearers = new HashMap<>();
        Set<InDraft> ids = new LinkedHashSet<>();
        for (Identity identity : identities) {
            for (Definition definition : identity.definitions()) {
                ids.add(new InDraft(definition.draft(), Identities.lower(definition.id())));
                definition.service().aliases().stream()
                        .map(Identities::lower)
                        .filter(byName::containsKey)
                        .forEach(alias -> bearers.computeIfAbsent(
                                        new InDraft(definition.draft(), alias), _ -> new LinkedHashSet<>())
                                .add(identity));
            }
        }
        bearers.forEach((place, by) -> {
            String name = byName.get(place.name());
            if (name != null && by.size() == 1 && !ids.contains(place)) {
                groups.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(by);
            }
        });
    }

    private static Identity unite(Set<Identity> members) {
        Identity united = members.iterator().next().now();
        for (Identity member : members) {
            Identity next = member.now();
            united = united.equals(next) ? united : united.unite(next);
        }
        return united;
    }
}
