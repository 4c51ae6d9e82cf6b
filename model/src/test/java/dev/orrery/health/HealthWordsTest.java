package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.probe.OriginGroup;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reason that the sources give has its sentence, and no sentence is left over.
class HealthWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/orrery");
    private static final Pattern CODE = Pattern.compile(
            "(?<!BodyHealth\\.)\\b(?:Reason\\.of|of|fail|gap|unasked)\\(\\s*(?:[^()\"]*,\\s*)?\"([a-z0-9-]+)\"");

    @ParameterizedTest
    @EnumSource(Health.class)
    void hasAWordForEveryState(Health health) {
        assertThat(Messages.of(health.messageKey())).isEqualTo(health.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(OriginGroup.class)
    void hasAWordForEveryGroupOfOrigins(OriginGroup group) {
        assertThat(Messages.has(group.messageKey())).isTrue();
    }

    @Test
    void hasASentenceForEveryReasonAndNoneTooMany() throws IOException {
        TreeSet<String> given = new TreeSet<>();
        TreeSet<String> literals = new TreeSet<>();
        for (String source : sources()) {
            Matcher code = CODE.matcher(source);
            while (code.find()) {
                given.add(code.group(1));
            }
            Matcher literal = Pattern.compile("\"([a-z0-9-]+)\"").matcher(source);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        TreeSet<String> sentences = new TreeSet<>();
        ResourceBundle.getBundle("dev.orrery.text.messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("reason."))
                .forEach(key -> sentences.add(key.substring("reason.".length())));

        given.removeIf(code -> !code.contains("-") && !sentences.contains(code));
        assertThat(given).hasSizeGreaterThan(30);
        assertThat(sentences).containsAll(given);
        assertThat(literals).containsAll(sentences);
    }

    @Test
    void putsArgumentsIntoTheSentence() {
        assertThat(Reason.of("refused", "db:5432").text()).isEqualTo("Connection refused by db:5432");
        assertThat(Reason.of("tls-self-signed", "db:443").text())
                .isEqualTo("Nobody but itself vouches for the certificate of db:443");
    }

    private static List<String> sources() throws IOException {
        List<Path> files;
        try (Stream<Path> health = Files.walk(SOURCES.resolve("health"));
                Stream<Path> probe = Files.walk(SOURCES.resolve("probe"))) {
            files = Stream.concat(health, probe)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Files.readString(file));
        }
        return sources;
    }
}
