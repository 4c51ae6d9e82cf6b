package dev.orrery.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EvidenceWordsTest {
    /// What looks like a rule in the importers, and is none.
    private static final Pattern NO_RULES = Pattern.compile(".*\\.(ya?ml|io|dev)|structurizr\\.groupSeparator");

    @Test
    void everyRuleThatAnImporterStatesHasWords() throws IOException {
        String formats = keys("format.").stream().collect(Collectors.joining("|"));
        Pattern rule = Pattern.compile("\"((?:" + formats + ")\\.[a-zA-Z_-]+)\"");
        Set<String> stated = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/dev/orrery"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                rule.matcher(Files.readString(file)).results().forEach(found -> stated.add(found.group(1)));
            }
        }
        stated.removeIf(NO_RULES.asMatchPredicate());

        assertThat(stated).hasSizeGreaterThan(25).allMatch(key -> Messages.has("rule." + key));
    }

    @Test
    void everyRuleWithWordsIsWrittenDown() throws IOException {
        String guide = Files.readString(Path.of("../docs/formats.md"));

        assertThat(keys("rule.")).hasSizeGreaterThan(30).allMatch(rule -> guide.contains("`" + rule + "`"));
    }

    @Test
    void aRuleWithoutWordsIsSaidAsItIs() {
        Evidence evidence = new Evidence(Certainty.DECLARED, "later.rule", SourceLocation.startOf("a.yaml"));

        assertThat(evidence.ruleWords()).isEqualTo("later.rule");
    }

    private static Set<String> keys(String prefix) {
        return ResourceBundle.getBundle("dev.orrery.text.messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
