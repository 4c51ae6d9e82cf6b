package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.structurizr.StructurizrModel.Element;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The boundaries of a workspace: the enterprise, groups, and systems with containers.
final class Enclosures {
    /// Nobody can see deeper; what lies deeper stays in the group at this depth.
    private static final int MOST_GROUPS = 20;

    private final StructurizrModel model;
    private final Draft.Builder draft;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> groups = new HashMap<>();
    private @Nullable String enterprise;

    /// @param systems ids of the systems that become boundaries, which keep their names whatever groups are called
    Enclosures(StructurizrModel model, Set<String> systems, Draft.Builder draft) {
        this.model = model;
        this.draft = draft;
        taken.addAll(systems);
    }

    /// Puts a service into the innermost boundary around it.
    ///
    /// @param system id of its own system, where it is a container
    void addService(Element element, String id, @Nullable String system) {
        String around = around(element, system);
        if (around != null) {
            draft.member(id, around, element.source());
        }
    }

    void addSystem(Element system, String id, @Nullable String owner) {
        draft.add(new Boundary(id, system.name(), "system", null, owner, system.source()));
        String around = around(system, null);
        if (around != null) {
            draft.nest(id, around, system.source());
        }
    }

    private @Nullable String around(Element element, @Nullable String system) {
        String outer = system == null && "Internal".equalsIgnoreCase(element.location()) ? enterprise() : system;
        String group = element.group();
        if (group == null || group.isBlank()) {
            return outer;
        }
        String at = outer;
        String path = system == null ? "" : system;
        for (String name : names(group)) {
            path = path.isEmpty() ? name : path + "/" + name;
            at = group(path, name, at, element.source());
        }
        return at;
    }

    private List<String> names(String group) {
        String separator = model.groupSeparator();
        if (separator.isEmpty()) {
            return List.of(group.strip());
        }
        List<String> names = List.of(group.split(Pattern.quote(separator), MOST_GROUPS)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? List.of(group.strip()) : names;
    }

    /// A group is the same one wherever its whole path is the same.
    private String group(String path, String name, @Nullable String outer, SourceLocation source) {
        String known = groups.get(path);
        if (known != null) {
            return known;
        }
        String id = free(path, "group");
        groups.put(path, id);
        draft.add(new Boundary(id, name, "group", null, null, source));
        if (outer != null) {
            draft.nest(id, outer, source);
        }
        return id;
    }

    private @Nullable String enterprise() {
        StructurizrModel.Enterprise named = model.enterprise();
        if (enterprise == null && named != null && !named.name().isBlank()) {
            enterprise = free(named.name(), "enterprise");
            draft.add(new Boundary(enterprise, named.name(), "enterprise", null, null, named.source()));
        }
        return enterprise;
    }

    private String free(String wanted, String kind) {
        String id = wanted;
        while (!taken.add(id)) {
            id = id + " (" + kind + ")";
        }
        return id;
    }
}
