package dev.orrery.importer.mutant;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a well-known system consists of, as the corpus tells it: lists that were made by other means than reading the
/// files with Orrery.
///
/// @param files of the corpus, relative to it
/// @param services ids, sorted
/// @param edges `from -> to certainty`, sorted
/// @param isSilentOnInferred whether only what is declared is listed
record Truth(List<String> files, List<String> services, List<String> edges, boolean isSilentOnInferred) {
    static Truth of(String name) {
        Json.Obj said = said(name);
        List<String> files = objects(said, "files").stream()
                .flatMap(file -> file.get("file").stream())
                .map(Truth::text)
                .toList();
        return switch (text(said, "format")) {
            case "compose" -> new Truth(files, texts(said, "services"), edges(said, Certainty.DECLARED), true);
            case "kubernetes" -> new Truth(files, texts(said, "workloads"), edges(said, Certainty.INFERRED), false);
            case "backstage" -> catalog(files, said);
            case "structurizr-json" -> workspace(files, said);
            default -> throw new IllegalStateException("a truth of another format: " + name);
        };
    }

    /// What was read, in the words of [Truth#edges()].
    static List<String> edges(Loaded loaded, boolean onlyDeclared) {
        return loaded.topology().dependencies().stream()
                .filter(dependency -> !onlyDeclared || dependency.certainty() == Certainty.DECLARED)
                .map(dependency -> dependency.from() + " -> " + dependency.to() + " "
                        + dependency.certainty().word())
                .sorted()
                .toList();
    }

    static List<String> services(Loaded loaded) {
        return loaded.topology().services().stream().map(Service::id).sorted().toList();
    }

    Truth renamed(UnaryOperator<String> name) {
        return new Truth(
                files,
                services.stream().map(name).sorted().toList(),
                edges.stream().map(name).sorted().toList(),
                isSilentOnInferred);
    }

    private static List<String> edges(Json.Obj said, Certainty certainty) {
        return objects(said, "declared_edges").stream()
                .map(edge -> text(edge, "from") + " -> " + text(edge, "to") + " " + certainty.word())
                .distinct()
                .sorted()
                .toList();
    }

    /// Components and resources are services; who depends on one, or consumes an API, needs it or who provides it.
    private static Truth catalog(List<String> files, Json.Obj said) {
        List<Json.Obj> stated = objects(said, "declared_edges");
        Set<String> edges = new TreeSet<>();
        for (Json.Obj edge : stated) {
            switch (text(edge, "relation")) {
                case "dependsOn" -> edges.add(text(edge, "from") + " -> " + text(edge, "to") + " declared");
                case "consumesApis" ->
                    stated.stream()
                            .filter(other -> text(other, "relation").equals("providesApis"))
                            .filter(other -> text(other, "to").equals(text(edge, "to")))
                            .forEach(other ->
                                    edges.add(text(edge, "from") + " -> " + text(other, "from") + " declared"));
                default -> {}
            }
        }
        List<String> services = texts(said, "entities").stream()
                .filter(entity -> entity.startsWith("component:") || entity.startsWith("resource:"))
                .sorted()
                .toList();
        return new Truth(files, services, List.copyOf(edges), false);
    }

    /// Containers, and systems without any, are services; what a component needs, its container needs; a system that is
    /// opened, and a person, is no service.
    private static Truth workspace(List<String> files, Json.Obj said) {
        Map<String, Json.Obj> elements = new HashMap<>();
        objects(said, "elements").forEach(element -> elements.put(text(element, "name"), element));
        Set<String> opened = elements.values().stream()
                .filter(element -> text(element, "kind").equals("Container"))
                .map(element -> text(element, "parent"))
                .collect(Collectors.toSet());
        Map<String, String> services = new HashMap<>();
        elements.forEach((name, element) -> {
            switch (text(element, "kind")) {
                case "SoftwareSystem" -> {
                    if (!opened.contains(name)) {
                        services.put(name, name);
                    }
                }
                case "Container" -> services.put(name, text(element, "parent") + "/" + name);
                case "Component" -> {
                    String container = text(element, "parent");
                    Json.Obj within = elements.get(container);
                    if (within != null) {
                        services.put(name, text(within, "parent") + "/" + container);
                    }
                }
                default -> {}
            }
        });
        Set<String> edges = new TreeSet<>();
        for (Json.Obj edge : objects(said, "declared_edges")) {
            String from = services.get(text(edge, "from"));
            String to = services.get(text(edge, "to"));
            if (from != null && to != null && !from.equals(to)) {
                edges.add(from + " -> " + to + " declared");
            }
        }
        return new Truth(files, services.values().stream().distinct().sorted().toList(), List.copyOf(edges), false);
    }

    private static Json.Obj said(String name) {
        try {
            String text = Files.readString(Corpus.path("truth").resolve(name));
            return (Json.Obj) ((ParsedJson.Whole) JsonReader.read(text)).value();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Json.Obj> objects(Json.Obj in, String name) {
        return ((Json.Arr) in.get(name).orElseThrow())
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    private static List<String> texts(Json.Obj in, String name) {
        return ((Json.Arr) in.get(name).orElseThrow())
                .items().stream().map(Truth::text).sorted().toList();
    }

    private static String text(Json.Obj in, String name) {
        return in.get(name).map(Truth::text).orElse("");
    }

    private static String text(Json value) {
        return value instanceof Json.Text text ? text.text() : "";
    }
}
