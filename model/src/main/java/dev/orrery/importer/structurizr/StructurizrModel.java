package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a workspace says of its architecture, whichever language says it.
///
/// @param name of the workspace
/// @param enterprise around all internal systems, where one is named
/// @param groupSeparator between the names of nested groups; empty where groups do not nest
/// @param elements parents before what they hold
/// @param shapes tag to shape, from the styles of the views
record StructurizrModel(
        @Nullable String name,
        @Nullable Enterprise enterprise,
        String groupSeparator,
        List<Element> elements,
        List<Relation> relations,
        List<Check> checks,
        Map<String, String> shapes) {

    enum Kind {
        PERSON,
        SYSTEM,
        CONTAINER,
        COMPONENT,
        CUSTOM
    }

    record Enterprise(String name, SourceLocation source) {}

    /// @param key unique in this workspace, and of no meaning outside it
    /// @param parent key of the system of a container, or of the container of a component
    /// @param tags without those that the tool gives to all
    /// @param group names of the groups around it, in one text
    /// @param location `Internal`, `External` or something else
    /// @param facts properties and perspectives
    record Element(
            String key,
            Kind kind,
            @Nullable String parent,
            String name,
            @Nullable String technology,
            List<String> tags,
            @Nullable String group,
            @Nullable String location,
            @Nullable String url,
            Map<String, String> facts,
            SourceLocation source) {}

    /// @param from key of an element
    /// @param to key of an element
    record Relation(String from, String to, @Nullable String technology, boolean isAsync, SourceLocation source) {}

    /// A health check of an instance.
    ///
    /// @param element key of the container or system that it is an instance of
    /// @param interval in seconds
    /// @param timeout in milliseconds, 0 for the default
    record Check(String element, Value.Scalar url, long interval, long timeout) {}
}
