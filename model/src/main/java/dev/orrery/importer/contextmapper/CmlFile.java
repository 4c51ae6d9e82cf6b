package dev.orrery.importer.contextmapper;

import dev.orrery.importer.contextmapper.CmlRelation.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one text says, in its order. It fills while the text is read.
final class CmlFile {
    final List<Name> imports = new ArrayList<>();
    final List<Context> contexts = new ArrayList<>();
    final List<Domain> domains = new ArrayList<>();
    final List<Name> members = new ArrayList<>();
    final List<CmlRelation> relations = new ArrayList<>();
    private @Nullable String mapName;

    /// A bounded context.
    ///
    /// @param implemented domains and subdomains
    /// @param realized contexts, of which a team says that they are its work
    /// @param type as written, such as `TEAM`
    /// @param owners of its aggregates
    record Context(
            Name name,
            List<Name> implemented,
            List<Name> realized,
            @Nullable String type,
            @Nullable String technology,
            List<String> aggregates,
            Set<String> owners) {

        boolean isTeam() {
            return "TEAM".equals(type);
        }
    }

    record Domain(Name name, List<Name> subdomains) {}

    Optional<String> mapName() {
        return Optional.ofNullable(mapName);
    }

    void mapName(String name) {
        mapName = name;
    }
}
