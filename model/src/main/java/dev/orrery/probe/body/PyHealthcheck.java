package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.Optional;

/// `py-healthcheck`: `results` is a list of what each checker said and whether it passed.
final class PyHealthcheck implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        return Fields.status(root)
                .flatMap(word -> Fields.list(root, "results")
                        .flatMap(results -> Fields.objects(results, PyHealthcheck::isResult))
                        .filter(results -> !results.isEmpty() || Fields.has(root, "hostname"))
                        .flatMap(results -> BodyHealth.of(
                                "py-healthcheck",
                                word,
                                results.stream().map(PyHealthcheck::part).toList())));
    }

    private static boolean isResult(Json.Obj result) {
        return Fields.text(result, "checker").isPresent()
                && Fields.bool(result, "passed").isPresent();
    }

    private static Part part(Json.Obj result) {
        boolean passed = Fields.bool(result, "passed").orElse(false);
        return Part.of(
                Fields.text(result, "checker").orElse(""), passed ? "passed" : "failed", Fields.text(result, "output"));
    }
}
