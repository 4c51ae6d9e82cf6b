package dev.orrery.suggestion;

import java.util.List;

/// One boundary of a suggestion.
///
/// @param id of the boundary that most of these services are in already, where no other suggested one has it; else
///     a new one
/// @param name for people
/// @param isNew whether no boundary has the id yet
/// @param services sorted
/// @param inside dependencies between them
/// @param out dependencies from them to others
/// @param in dependencies of others on them
public record SuggestedBoundary(
        String id, String name, boolean isNew, List<String> services, int inside, int out, int in) {
    public SuggestedBoundary {
        services = List.copyOf(services);
    }
}
