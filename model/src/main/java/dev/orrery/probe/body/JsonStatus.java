package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plain JSON that somebody wrote by hand: a `status` or the like in words that are in use, with the parts that it
/// names in one of the usual shapes; or nothing but parts, of which the worst decides.
final class JsonStatus implements BodyFormat {
    private static final String FORMAT = "json-status";
    private static final List<String> OVERALL =
            List.of("healthy", "health", "state", "outcome", "ok", "alive", "ready", "success");
    private static final List<String> CONTAINERS =
            List.of("checks", "components", "dependencies", "services", "details", "results", "entries", "indicators");
    /// Words that stand for nothing but health, also without a key that says so.
    private static final Set<Health> SAID = Set.of(Health.UP, Health.DEGRADED, Health.DOWN);

    @Override
    public Optional<BodyHealth> read(Json body) {
        return switch (body) {
            case Json.Obj root when !isQueryAnswer(root) -> read(root);
            case Json.Arr(List<Json> items) -> partsAlone(items);
            case Json.Obj _, Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private static Optional<BodyHealth> read(Json.Obj root) {
        List<Part> parts = parts(root);
        Optional<String> word = Fields.status(root).or(() -> worstWord(root));
        Optional<Health> says = word.flatMap(Vocabulary::health);
        if (says.isPresent()) {
            return Optional.of(new BodyHealth(FORMAT, says.get(), word.orElse(""), parts));
        }
        boolean isOverallUnread = Fields.has(root, "status");
        List<Part> all = parts.isEmpty() && !isOverallUnread ? named(root, false) : parts;
        Health worst = Instances.worst(all);
        // What is overall cannot be read here, so parts that are well do not make it so.
        boolean decides = !all.isEmpty() && !(isOverallUnread && worst == Health.UP);
        return decides ? Optional.of(new BodyHealth(FORMAT, worst, worst.name(), all)) : Optional.empty();
    }

    /// A list of nothing but parts, of which the worst decides. Each must have a name and a word that stands for health
    /// alone: a list of orders has a status for each, too.
    private static Optional<BodyHealth> partsAlone(List<Json> items) {
        List<Part> parts = Fields.objects(items, item -> Fields.has(item, "name"))
                .map(_ -> listed(items))
                .orElse(List.of());
        boolean areAll = !parts.isEmpty()
                && parts.size() == items.size()
                && parts.stream().map(Part::health).allMatch(SAID::contains);
        Health worst = Instances.worst(parts);
        return areAll ? Optional.of(new BodyHealth(FORMAT, worst, worst.name(), parts)) : Optional.empty();
    }

    /// Prometheus answers so to a query: that the query worked, not that what it asked for is well.
    private static boolean isQueryAnswer(Json.Obj root) {
        return Fields.object(root, "data")
                .filter(data -> Fields.has(data, "resultType"))
                .isPresent();
    }

    private static Optional<String> worstWord(Json.Obj root) {
        String found = null;
        for (String key : OVERALL) {
            Optional<String> word = Fields.word(root, key);
            Optional<Health> says = word.flatMap(Vocabulary::health);
            boolean worse =
                    says.isPresent() && (found == null || says.get().compareTo(Vocabulary.healthOrUnknown(found)) < 0);
            if (worse) {
                found = word.orElse(null);
            }
        }
        return Optional.ofNullable(found);
    }

    private static List<Part> parts(Json.Obj root) {
        for (String key : CONTAINERS) {
            Json value = Fields.value(root, key).orElse(Json.NULL);
            List<Part> parts = switch (value) {
                case Json.Obj object -> named(object, true);
                case Json.Arr(List<Json> items) -> listed(items);
                case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> List.of();
            };
            if (!parts.isEmpty()) {
                return parts;
            }
        }
        return List.of();
    }

    /// `{name: {status: word}}` or `{name: word}`; none where anything else stands between them.
    ///
    /// @param areParts the key above says so, and then `false` is a part that fails; elsewhere it is only a setting
    private static List<Part> named(Json.Obj object, boolean areParts) {
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : object.members()) {
            switch (member.value()) {
                case Json.Obj part -> {
                    if (!Fields.has(part, "status")) {
                        return List.of();
                    }
                    Fields.status(part)
                            .filter(word -> Vocabulary.health(word).isPresent())
                            .ifPresent(word -> parts.add(Part.of(member.name(), word, detail(part))));
                }
                case Json.Text(String text)
                when Vocabulary.health(text).filter(SAID::contains).isPresent() ->
                    parts.add(Part.of(member.name(), text, Optional.empty()));
                case Json.Bool(boolean well)
                when areParts -> parts.add(Part.of(member.name(), Boolean.toString(well), Optional.empty()));
                case Json.Text _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
                    return List.of();
                }
            }
        }
        return parts;
    }

    private static List<Part> listed(List<Json> items) {
        List<Part> parts = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Obj part) {
                Optional<String> name = Fields.firstText(part, "name", "id", "key", "service", "component");
                Optional<String> word = Fields.status(part)
                        .or(() -> Fields.word(part, "healthy"))
                        .filter(written -> Vocabulary.health(written).isPresent());
                name.ifPresent(known -> word.ifPresent(said -> parts.add(Part.of(known, said, detail(part)))));
            }
        }
        return parts;
    }

    private static Optional<String> detail(Json.Obj part) {
        return Fields.firstText(part, "error", "message", "output", "description", "reason");
    }
}
