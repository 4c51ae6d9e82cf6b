package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.Optional;

/// MicroProfile Health: `checks` is a list of objects with `name`, `status` and `data`. Version 1 had `outcome` and
/// `state` instead of `status`.
final class MicroProfile implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        Optional<String> word =
                Fields.status(root).or(() -> Fields.word(root, "outcome")).filter(Vocabulary::isUpperCase);
        return word.flatMap(said -> Fields.list(root, "checks")
                .flatMap(checks -> Fields.objects(checks, MicroProfile::isCheck))
                .flatMap(checks -> BodyHealth.of(
                        "microprofile",
                        said,
                        checks.stream().map(MicroProfile::part).toList())));
    }

    private static boolean isCheck(Json.Obj check) {
        return Fields.text(check, "name").isPresent() && status(check).isPresent();
    }

    private static Optional<String> status(Json.Obj check) {
        return Fields.status(check).or(() -> Fields.word(check, "state")).filter(Vocabulary::isUpperCase);
    }

    private static Part part(Json.Obj check) {
        return Part.of(
                Fields.text(check, "name").orElse(""),
                status(check).orElse(""),
                Fields.object(check, "data").flatMap(Fields::listed));
    }
}
