package dev.orrery.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Problems carry codes; each code that the sources name has its sentence, and no sentence is without a code.
class ProblemMessagesTest {
    private static final Pattern CODE =
            Pattern.compile("(?:Problem\\s*\\.(?:error|warning|info)|report|refuse)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");

    @Test
    void everyProblemHasItsSentence() {
        assertThat(found(CODE)).hasSizeGreaterThan(20).allMatch(code -> Messages.has("problem." + code));
    }

    @Test
    void everySentenceHasItsProblem() {
        Set<String> literals = found(LITERAL);
        ResourceBundle bundle = ResourceBundle.getBundle("dev.orrery.text.messages");
        assertThat(bundle.keySet().stream().filter(key -> key.startsWith("problem.")))
                .isNotEmpty()
                .allMatch(key -> literals.contains(key.substring("problem.".length())));
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(source));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
