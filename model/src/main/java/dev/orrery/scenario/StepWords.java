package dev.orrery.scenario;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import dev.orrery.topology.DependencyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes one step of a scenario as YAML in one line; [Step] reads the same.
final class StepWords {
    private final String word;
    private final List<String> fields = new ArrayList<>();

    private StepWords(String word) {
        this.word = word;
    }

    static String of(AssumedFault fault) {
        return switch (fault) {
            case AssumedFault.Down(String service) ->
                step("down").with("service", service).text();
            case AssumedFault.Slow(String service, Duration by) ->
                step("slow")
                        .with("service", service)
                        .with("by", by.toMillis() + "ms")
                        .text();
        };
    }

    static String of(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.AddService add ->
                step("add-service")
                        .with("service", add.service())
                        .with("kind", add.kind().word())
                        .with("boundary", add.boundary())
                        .text();
            case TopologyEdit.OfService change -> ofService(change);
            case TopologyEdit.OfDependency change -> ofDependency(change);
            case TopologyEdit.AddBoundary add ->
                step("add-boundary")
                        .with("boundary", add.boundary())
                        .with("name", add.name())
                        .with("kind", add.kind())
                        .with("within", add.within())
                        .text();
            case TopologyEdit.OfBoundary change -> ofBoundary(change);
        };
    }

    private static String ofService(TopologyEdit.OfService edit) {
        return switch (edit) {
            case TopologyEdit.RenameService rename ->
                service("rename-service", edit).with("to", rename.renamed()).text();
            case TopologyEdit.DeleteService _ -> service("delete-service", edit).text();
            case TopologyEdit.DuplicateService copy ->
                service("duplicate-service", edit).with("copy", copy.copy()).text();
            case TopologyEdit.MoveService move ->
                service("move-service", edit).with("to", move.boundary()).text();
            case TopologyEdit.NameService naming ->
                service("name-service", edit).with("name", naming.name()).text();
            case TopologyEdit.SetKind set ->
                service("set-kind", edit).with("kind", set.kind().word()).text();
            case TopologyEdit.SetOwner set ->
                service("set-owner", edit).with("owner", set.owner()).text();
            case TopologyEdit.SetTechnology set ->
                service("set-technology", edit)
                        .with("technology", set.technology())
                        .text();
            case TopologyEdit.SetTags set ->
                service("set-tags", edit).with("tags", set.tags()).text();
            case TopologyEdit.SetLink set ->
                service("set-link", edit)
                        .with("title", set.title())
                        .with("url", set.url())
                        .text();
            case TopologyEdit.SetHealthCheck set ->
                service("set-health-check", edit)
                        .with("old", set.old())
                        .with("url", set.url())
                        .text();
        };
    }

    private static String ofDependency(TopologyEdit.OfDependency edit) {
        return switch (edit) {
            case TopologyEdit.Connect connect ->
                ends("connect", edit).with("kind", word(connect.kind())).text();
            case TopologyEdit.Disconnect _ -> ends("disconnect", edit).text();
            case TopologyEdit.Retarget retarget ->
                ends("retarget", edit).with("target", retarget.target()).text();
            case TopologyEdit.Annotate annotate ->
                ends("annotate", edit)
                        .with("kind", word(annotate.kind()))
                        .raw("required", Boolean.toString(annotate.required()))
                        .with("protocol", annotate.protocol())
                        .with("api", annotate.api())
                        .text();
        };
    }

    private static String ofBoundary(TopologyEdit.OfBoundary edit) {
        return switch (edit) {
            case TopologyEdit.RenameBoundary rename ->
                boundary("rename-boundary", edit).with("to", rename.renamed()).text();
            case TopologyEdit.NameBoundary naming ->
                boundary("name-boundary", edit).with("name", naming.name()).text();
            case TopologyEdit.OwnBoundary own ->
                boundary("own-boundary", edit).with("owner", own.owner()).text();
            case TopologyEdit.NestBoundary nest ->
                boundary("nest-boundary", edit).with("within", nest.within()).text();
            case TopologyEdit.DissolveBoundary _ ->
                boundary("dissolve-boundary", edit).text();
        };
    }

    private static StepWords step(String word) {
        return new StepWords(word);
    }

    private static StepWords service(String word, TopologyEdit.OfService edit) {
        return step(word).with("service", edit.service());
    }

    private static StepWords ends(String word, TopologyEdit.OfDependency edit) {
        return step(word).with("from", edit.from()).with("to", edit.to());
    }

    private static StepWords boundary(String word, TopologyEdit.OfBoundary edit) {
        return step(word).with("boundary", edit.boundary());
    }

    private static @Nullable String word(@Nullable DependencyKind kind) {
        return kind == null ? null : kind.word();
    }

    private StepWords with(String key, @Nullable String value) {
        return value == null ? this : raw(key, quoted(value));
    }

    private StepWords with(String key, List<String> values) {
        return raw(key, values.stream().map(StepWords::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    private StepWords raw(String key, String value) {
        fields.add(key + ": " + value);
        return this;
    }

    private String text() {
        return word + ": {" + String.join(", ", fields) + "}";
    }

    /// A name that YAML could take for something else, or for more than a name, goes in quotes; a JSON text is one
    /// of YAML.
    static String quoted(String name) {
        boolean isPlain =
                name.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !name.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return isPlain ? name : JsonWriter.compact(Json.text(name));
    }
}
