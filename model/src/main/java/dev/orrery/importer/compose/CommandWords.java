package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a command, and which of them may be hosts.
final class CommandWords {
    private static final int MOST_WORDS = 5_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z0-9._-]{0,80}");
    private static final Pattern QUOTES = Pattern.compile("^[\"'`({\\[]+|[\"'`)}\\];]+$");
    private static final Set<String> PORT_SCANNERS = Set.of("nc", "ncat", "netcat");

    private CommandWords() {}

    /// A part of a command that may name hosts.
    sealed interface Host {}

    /// Hosts in it stand in a URL or before a port.
    record Addresses(String text, SourceLocation source) implements Host {}

    /// It is a host's name if it is the name of anything.
    record Bare(String text, SourceLocation source) implements Host {}

    private record Word(String text, SourceLocation source) {}

    static List<Host> read(Value command) {
        List<Word> words = new ArrayList<>();
        for (Value item : KeyedValues.list(command).items()) {
            if (item instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL) {
                SPACE.splitAsStream(HostText.plain(scalar.text()))
                        .map(word -> QUOTES.matcher(word).replaceAll(""))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .forEach(word -> words.add(new Word(word, scalar.source())));
            }
        }
        List<Host> hosts = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean isOption = OPTION.matcher(word.text()).matches();
            if (isOption && at + 1 < words.size()) {
                addOption(word.text(), words.get(at + 1), hosts);
            }
            boolean isValueOfInbound = at > 0 && isInbound(words.get(at - 1).text());
            if (!isInbound(word.text()) && !isValueOfInbound) {
                hosts.add(new Addresses(word.text(), word.source()));
            }
            if (PORT_SCANNERS.contains(afterSlash(word.text()))) {
                addScanned(words, at + 1, hosts);
            }
        }
        return hosts;
    }

    /// `--db-host db`, `-h db`.
    private static void addOption(String option, Word next, List<Host> hosts) {
        boolean isHost = option.equals("-h") || (option.startsWith("--") && HostVariable.saysHost(option));
        if (isHost && !next.text().startsWith("-")) {
            hosts.add(new Bare(next.text(), next.source()));
        }
    }

    private static boolean isInbound(String word) {
        return word.startsWith("-")
                && HostVariable.isInbound(word.contains("=") ? word.substring(0, word.indexOf('=')) : word);
    }

    /// `nc -z db 5432`.
    private static void addScanned(List<Word> words, int start, List<Host> hosts) {
        int at = start;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            at++;
        }
        boolean isPair = at + 1 < words.size() && words.get(at + 1).text().matches("\\d{1,5}");
        if (isPair) {
            hosts.add(new Bare(words.get(at).text(), words.get(at).source()));
        }
    }

    private static String afterSlash(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
