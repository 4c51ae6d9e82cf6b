package dev.orrery.app.findings;

import dev.orrery.inspection.Finding;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Topology;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the list calls rules and findings.
final class FindingWords {
    private static final int LONGEST = 44;

    private FindingWords() {}

    /// As in `Shared store`.
    static String rule(String rule) {
        String words = rule.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Where it stands, as in `orders-db` or `bills → orders-db`.
    static String place(Finding finding, Topology topology) {
        Stream<String> ids = !finding.at().isEmpty() || finding.along().isEmpty()
                ? (finding.at().isEmpty() ? finding.subjects() : finding.at()).stream()
                : Stream.of(finding.along().getFirst()).flatMap(ends -> Stream.of(ends.from(), ends.to()));
        String between = finding.at().isEmpty() && !finding.along().isEmpty() ? " → " : ", ";
        return Untrusted.oneLine(ids.map(topology::nameOf).collect(Collectors.joining(between)), LONGEST);
    }

    /// Why it matters, or what to do; empty where the finding says the same itself.
    ///
    /// @param what `why` or `do`
    static String more(Finding finding, String what) {
        String words = Messages.of("inspection." + finding.rule() + "." + what);
        String said = finding.problem().message().toLowerCase(Locale.ROOT);
        return said.contains(words.toLowerCase(Locale.ROOT)) ? "" : words;
    }
}
