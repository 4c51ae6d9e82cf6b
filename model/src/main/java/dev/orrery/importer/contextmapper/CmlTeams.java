package dev.orrery.importer.contextmapper;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who works on which context: the owner of its aggregates, or the team that realizes it, where there is but one.
final class CmlTeams {
    private final Map<String, Set<String>> byContext = new HashMap<>();

    CmlTeams(Collection<CmlFile.Context> contexts) {
        for (CmlFile.Context context : contexts) {
            if (context.isTeam()) {
                context.realized()
                        .forEach(realized -> byContext
                                .computeIfAbsent(realized.text(), _ -> new HashSet<>())
                                .add(context.name().text()));
            }
        }
    }

    Optional<String> owner(CmlFile.Context context) {
        Set<String> owners = context.owners().isEmpty()
                ? byContext.getOrDefault(context.name().text(), Set.of())
                : context.owners();
        return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
    }
}
