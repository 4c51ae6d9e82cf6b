package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The verbose text of Kubernetes' own servers and of controllers: a line with `[+]` or `[-]` for each check, and a
/// closing line. Without that line the text is cut, and does not say that all is well.
final class KubernetesChecks implements BodyFormat {
    private static final int MOST_LINES = 20_000;
    private static final Pattern LINE = Pattern.compile("\\[([+-])](\\S{1,250}) (ok|failed|excluded)\\b(.{0,500}).*");
    private static final Pattern CLOSING = Pattern.compile("\\S{1,80} check (passed|failed)\\.?");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Text(String text))
                || !(text.startsWith("[+]") || text.startsWith("[-]") || text.startsWith("warn: "))) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        String closing = "";
        int readable = 0;
        for (String written : text.lines().limit(MOST_LINES).toList()) {
            String line = written.strip();
            if (line.startsWith("[")) {
                Matcher check = LINE.matcher(line);
                readable += check.matches() ? 1 : 0;
                // A line that nobody can read might be the one that matters.
                parts.add(
                        check.matches() ? part(check) : new Part(line, "unreadable", Health.UNKNOWN, null, List.of()));
            } else {
                Matcher end = CLOSING.matcher(line);
                closing = end.matches() ? end.group(1) : closing;
            }
        }
        return readable == 0 ? Optional.empty() : Optional.of(overall(closing, parts));
    }

    private static BodyHealth overall(String closing, List<Part> parts) {
        boolean failed = closing.equals("failed") || parts.stream().anyMatch(Part::isBad);
        if (failed) {
            return new BodyHealth("kubernetes", Health.DOWN, "failed", parts);
        }
        boolean clear = closing.equals("passed") && parts.stream().noneMatch(Part::isOdd);
        return clear
                ? new BodyHealth("kubernetes", Health.UP, closing, parts)
                : new BodyHealth("kubernetes", Health.UNKNOWN, closing.isEmpty() ? "cut" : "unreadable", parts);
    }

    private static Part part(Matcher check) {
        boolean well = check.group(1).equals("+");
        String rest = check.group(4).replaceFirst("^[:\\s]+", "");
        Optional<String> detail = Optional.of(rest).filter(words -> !words.isEmpty());
        String word = well ? check.group(3) : "failed";
        return Part.of(check.group(2), word, detail);
    }
}
