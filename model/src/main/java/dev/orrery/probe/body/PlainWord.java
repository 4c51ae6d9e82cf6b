package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A body that is one word: `ok`, `UP`, `pong`; also with `status:` before it, and a line as monitoring plugins write
/// it, as in `CRITICAL - no free workers`.
final class PlainWord implements BodyFormat {
    private static final Pattern NAMED = Pattern.compile("(?i)(?:status|health)\\s{0,9}[:=]\\s{0,9}(\\S{1,40})");
    private static final Pattern PLUGIN = Pattern.compile("(OK|WARNING|CRITICAL|UNKNOWN) - (?s:.*)");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Text(String text))) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(text);
        Matcher plugin = PLUGIN.matcher(text);
        String word = named.matches() ? named.group(1) : plugin.matches() ? plugin.group(1) : text.strip();
        return Vocabulary.health(word).map(says -> new BodyHealth("text", says, word, List.of()));
    }
}
