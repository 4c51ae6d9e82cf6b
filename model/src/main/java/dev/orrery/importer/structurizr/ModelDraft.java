package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.importer.structurizr.StructurizrModel.Check;
import dev.orrery.importer.structurizr.StructurizrModel.Element;
import dev.orrery.importer.structurizr.StructurizrModel.Kind;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes services of containers and of systems without any, and boundaries of everything around them.
final class ModelDraft {
    private static final Pattern URL = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final List<String> OWNERS = List.of("owner", "owned by", "ownership", "team");

    private final StructurizrModel model;
    private final Consumer<Problem> report;
    private final Map<String, Element> byKey;
    private final Set<String> opened;
    private final Naming naming;

    private ModelDraft(StructurizrModel model, Consumer<Problem> report) {
        this.model = model;
        this.report = report;
        this.byKey = model.elements().stream().collect(Collectors.toMap(Element::key, Function.identity()));
        this.opened = model.elements().stream()
                .filter(element -> element.kind() == Kind.CONTAINER)
                .map(Element::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.naming = Naming.of(model, report);
    }

    /// @param scope the file, for people
    static Draft of(StructurizrModel model, String scope, Consumer<Problem> report) {
        return new ModelDraft(model, report).build(scope);
    }

    private Draft build(String scope) {
        Draft.Builder draft = Draft.of(StructurizrImporter.FORMAT, scope).name(model.name());
        Set<String> systems = opened.stream()
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .map(naming::id)
                .collect(Collectors.toSet());
        Enclosures enclosures = new Enclosures(model, systems, draft);
        Map<String, List<HealthCheck>> checks = checks();
        for (Element element : model.elements()) {
            switch (element.kind()) {
                case SYSTEM -> {
                    if (opened.contains(element.key())) {
                        enclosures.addSystem(element, naming.id(element), owner(element));
                    } else {
                        draft.add(service(element, checks));
                        enclosures.addService(element, naming.id(element), null);
                    }
                }
                case CONTAINER -> {
                    String parent = element.parent();
                    Element system = parent == null ? null : byKey.get(parent);
                    draft.add(service(element, checks));
                    enclosures.addService(element, naming.id(element), system == null ? null : naming.id(system));
                }
                case CUSTOM ->
                    report.accept(Problem.info("structurizr-custom-element", element.source(), element.name()));
                case PERSON, COMPONENT -> {}
            }
        }
        boolean hasServices = model.elements().stream()
                .anyMatch(element -> element.kind() == Kind.SYSTEM || element.kind() == Kind.CONTAINER);
        if (!hasServices) {
            report.accept(Problem.warning("structurizr-empty", SourceLocation.startOf(scope)));
        }
        new Relations(byKey, opened, naming).needs(model.relations(), report).forEach(draft::add);
        return draft.build();
    }

    private Service service(Element element, Map<String, List<HealthCheck>> checks) {
        return Service.builder(naming.id(element), element.source())
                .name(element.name())
                .kind(ElementKind.of(element, model.shapes()))
                .owner(owner(element))
                .technology(element.technology())
                .tags(element.tags())
                .links(links(element))
                .healthChecks(checks.getOrDefault(element.key(), List.of()))
                .build();
    }

    private static @Nullable String owner(Element element) {
        Map<String, String> facts = new HashMap<>();
        element.facts().forEach((name, value) -> facts.put(name.toLowerCase(Locale.ROOT), value.strip()));
        return OWNERS.stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> links(Element element) {
        Map<String, String> links = new TreeMap<>();
        element.facts().forEach((name, value) -> {
            if (URL.matcher(value.strip()).matches() && !name.startsWith("structurizr.")) {
                links.put(name, value.strip());
            }
        });
        String url = element.url();
        if (url != null && URL.matcher(url).matches()) {
            links.put("url", url);
        }
        return links;
    }

    /// By element; a URL that several environments name is asked once.
    private Map<String, List<HealthCheck>> checks() {
        Map<String, Map<String, HealthCheck>> byElement = new HashMap<>();
        for (Check check : model.checks()) {
            Element element = byKey.get(check.element());
            if (element == null || !EndpointUrl.isUsable(check.url(), new Binding(report))) {
                continue;
            }
            if (opened.contains(element.key())) {
                report.accept(
                        Problem.info("structurizr-check-of-system", check.url().source(), element.name()));
                continue;
            }
            byElement
                    .computeIfAbsent(element.key(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(check.url().text(), healthCheck(check));
        }
        return byElement.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue().values())));
    }

    private static HealthCheck healthCheck(Check check) {
        return new HealthCheck(
                check.url().text(),
                check.interval() > 0 ? Duration.ofSeconds(check.interval()) : HealthCheck.DEFAULT_INTERVAL,
                check.timeout() > 0 ? Duration.ofMillis(check.timeout()) : HealthCheck.DEFAULT_TIMEOUT,
                null,
                check.url().source());
    }
}
