package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `django-health-check`: every member is a check with what it says. Version 3 says `working` or begins with the kind
/// of its error; in version 4 the keys are how Python prints the checks, and all is well where the text is `OK`.
final class Django implements BodyFormat {
    private static final Pattern PRINTED = Pattern.compile("[A-Za-z_][\\w.]{0,100}\\((?s:.{0,500})\\)");
    private static final Pattern PYTHON_NAME = Pattern.compile("[A-Z][\\w.]{0,100}(?:: .{1,100})?");
    private static final Pattern KIND =
            Pattern.compile("(?s)(unavailable|unexpected result|unknown error|warning)\\s?:.*");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root) || root.members().isEmpty()) {
            return Optional.empty();
        }
        boolean fits = root.members().stream()
                .allMatch(member -> member.value() instanceof Json.Text(String text) && isCheck(member.name(), text));
        return fits ? Optional.of(overall(root)) : Optional.empty();
    }

    private static boolean isCheck(String name, String says) {
        return PRINTED.matcher(name).matches()
                || says.equals("working")
                || KIND.matcher(says).matches()
                || (says.equals("OK") && PYTHON_NAME.matcher(name).matches());
    }

    private static BodyHealth overall(Json.Obj root) {
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : root.members()) {
            if (member.value() instanceof Json.Text(String text)) {
                parts.add(part(member.name(), text));
            }
        }
        Health worst = parts.stream().map(Part::health).reduce(Health.UP, Health::worse);
        return new BodyHealth("django-health-check", worst, worst == Health.UP ? "working" : "errors", parts);
    }

    private static Part part(String name, String says) {
        if (says.equals("working") || says.equals("OK")) {
            return Part.of(name, says, Optional.empty());
        }
        String word = says.startsWith("warning") ? "warning" : "error";
        return Part.of(name, word, Optional.of(says).filter(text -> !text.isBlank()));
    }
}
