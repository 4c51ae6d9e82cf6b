package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EditMessagesTest {
    private static final Pattern CODE =
            Pattern.compile("(?:reject|Unmeant|EditRefusal\\.of|Refusal\\.of)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");

    @Test
    void everyRefusalHasItsSentenceAndEverySentenceItsRefusal() throws IOException {
        assertThat(found(CODE)).hasSizeGreaterThan(20).allMatch(code -> Messages.has("edit.refused." + code));
        Set<String> literals = found(LITERAL);
        assertThat(ResourceBundle.getBundle("dev.orrery.text.messages").keySet().stream()
                        .filter(key -> key.startsWith("edit.refused.")))
                .isNotEmpty()
                .allMatch(key -> literals.contains(key.substring("edit.refused.".length())));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("descriptor", "edit")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/orrery", folder))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = pattern.matcher(Files.readString(source));
                    while (matcher.find()) {
                        found.add(matcher.group(1));
                    }
                }
            }
        }
        return found;
    }
}
