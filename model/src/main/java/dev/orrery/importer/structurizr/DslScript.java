package dev.orrery.importer.structurizr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A workspace in the DSL, put together from its file and those that it includes or extends, reduced to what says
/// something of the architecture.
///
/// @param name of the workspace, where one is written
/// @param header what holds for the whole model: constants, and how identifiers are meant
/// @param model what stands between the braces of `model`
/// @param shapes tag to shape, from the styles of the views
/// @param bases files of the workspaces that this one extends
record DslScript(
        @Nullable String name,
        List<Statement> header,
        List<Statement> model,
        Map<String, String> shapes,
        Set<String> bases) {

    DslScript {
        header = List.copyOf(header);
        model = List.copyOf(model);
        shapes = Map.copyOf(shapes);
        bases = Set.copyOf(bases);
    }
}
