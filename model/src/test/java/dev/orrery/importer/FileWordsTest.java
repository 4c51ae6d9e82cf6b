package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FileWordsTest {
    @Test
    void everyFormatHasANameForPeople() {
        assertThat(Formats.ALL)
                .extracting(TopologyImporter::format)
                .allSatisfy(format ->
                        assertThat(Messages.has("format." + format)).as(format).isTrue());
    }

    @Test
    void everyReasonNotToReadAFileHasASentenceAndATitle() {
        String titled = "reading.group.";
        Set<String> titles = codes(titled);
        Set<String> sentences = codes("reading.").stream()
                .filter(code -> !code.startsWith("group."))
                .collect(Collectors.toSet());

        assertThat(titles).hasSizeGreaterThan(10).isEqualTo(sentences);
    }

    @Test
    void aReadingNamesItsFormatsInWords() {
        FileReading reading = new FileReading("a.yaml", List.of("kubernetes", "compose"), null);

        assertThat(reading.formatNames()).containsExactly("Docker Compose", "Kubernetes");
    }

    private static Set<String> codes(String prefix) {
        return ResourceBundle.getBundle("dev.orrery.text.messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }
}
