package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A body that is one word: `ok`, `UP`, `pong`; also with `status:` before it, and a line as monitoring plugins write
/// it, as in `CRITICAL - no free workers`. A bad word with an explanation, as in `ERROR: no database`, is a bad one; a
/// good word counts alone only, since what follows it may take it back.
final class PlainWord implements BodyFormat {
    private static final Pattern NAMED = Pattern.compile("(?i)(?:status|health)\\s{0,9}[:=]\\s{0,9}(\\S{1,40})");
    private static final Pattern PLUGIN = Pattern.compile("(OK|WARNING|CRITICAL|UNKNOWN) - (?s:.*)");
    private static final Pattern EXPLAINED =
            Pattern.compile("(?i)(error|fail|failed|failure|fatal|critical|down|unhealthy|unavailable|not ok|not ready)"
                    + "\\s{0,9}(?::|\\s[-\u2013\u2014]\\s)(?s:.*)");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Text(String text))) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(text);
        Matcher plugin = PLUGIN.matcher(text);
        String word = named.matches() ? named.group(1) : plugin.matches() ? plugin.group(1) : text.strip();
        Optional<BodyHealth> said = Vocabulary.health(word).map(says -> new BodyHealth("text", says, word, List.of()));
        Matcher explained = EXPLAINED.matcher(text);
        return said.isEmpty() && explained.matches()
                ? Optional.of(new BodyHealth("text", Health.DOWN, explained.group(1), List.of()))
                : said;
    }
}
