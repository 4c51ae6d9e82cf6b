package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The addresses that an entity's metadata names: those for people, and those that answer for its health.
final class Links {
    /// Of our own, because a catalog has no field for it.
    private static final String HEALTH_ANNOTATION = "orrery.dev/health-url";

    /// A page about a service's health, such as a dashboard, is no answer of the service: only these words count.
    private static final Pattern HEALTH =
            Pattern.compile("health(?:z|[ _-]?(?:check|checks|endpoint|url|probe))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_PEOPLE = Pattern.compile("(?:https?://|mailto:).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLUG = Pattern.compile("[\\w.-]{1,100}/[\\w.-]{1,100}");
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "backstage.io/source-location", "source",
            "backstage.io/techdocs-ref", "docs",
            "backstage.io/view-url", "descriptor");

    private final Binding binding;
    private final Map<String, String> links = new TreeMap<>();
    private final List<HealthCheck> checks = new ArrayList<>();

    private Links(Binding binding) {
        this.binding = binding;
    }

    static Links of(Entity entity, Binding binding) {
        Links links = new Links(binding);
        entity.metadata().get("links").stream()
                .flatMap(list -> binding.items("links", list).stream())
                .flatMap(link -> binding.mapping("links", link).stream())
                .forEach(links::read);
        binding.mapping(entity.metadata(), "annotations").ifPresent(links::annotations);
        return links;
    }

    Map<String, String> forPeople() {
        return links;
    }

    List<HealthCheck> checks() {
        return checks;
    }

    private void read(Value.Mapping link) {
        Optional<Value.Scalar> url = binding.scalar(link, "url");
        if (url.isEmpty() || Placeholders.isIn(url.get().text())) {
            return;
        }
        Optional<String> title = binding.text(link, "title").filter(text -> !text.isBlank());
        Optional<String> type = binding.text(link, "type").filter(text -> !text.isBlank());
        boolean isHealth =
                title.stream().anyMatch(Links::isHealth) || type.stream().anyMatch(Links::isHealth);
        if (isHealth) {
            check(url.get());
        } else {
            add(title.or(() -> type).orElse("link"), url.get().text());
        }
    }

    private static boolean isHealth(String word) {
        return HEALTH.matcher(word.strip()).matches();
    }

    private void annotations(Value.Mapping annotations) {
        binding.scalar(annotations, HEALTH_ANNOTATION).ifPresent(this::check);
        ANNOTATIONS.forEach((key, title) -> binding.text(annotations, key)
                .map(text -> text.startsWith("url:") ? text.substring("url:".length()) : text)
                .ifPresent(url -> add(title, url)));
        binding.text(annotations, "github.com/project-slug")
                .filter(slug -> SLUG.matcher(slug).matches())
                .ifPresent(slug -> add("github", "https://github.com/" + slug));
    }

    private void check(Value.Scalar url) {
        boolean isNew = checks.stream().noneMatch(check -> check.url().equals(url.text()));
        if (isNew && EndpointUrl.isUsable(url, binding)) {
            checks.add(new HealthCheck(
                    url.text(), HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, url.source()));
        }
    }

    /// Two links may have one title.
    private void add(String title, String url) {
        if (!FOR_PEOPLE.matcher(url).matches() || url.equals(links.get(title))) {
            return;
        }
        String free = title;
        for (int number = 2; links.containsKey(free); number++) {
            free = title + " " + number;
        }
        links.put(free, url);
    }
}
