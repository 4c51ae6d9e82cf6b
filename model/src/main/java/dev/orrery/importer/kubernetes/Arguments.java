package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hosts in a container's command and arguments: what is surely a host, what a flag is set to, and whom a client
/// such as `nc` or `curl` is told to ask.
final class Arguments {
    private static final String RULE = "kubernetes.args";
    private static final Pattern ASSIGNED = Pattern.compile("-{0,2}([A-Za-z][\\w.-]{0,100})=(\\S{1,500})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()<>\"'`]+|(?=[;|&])|(?<=[;|&])");
    private static final Set<String> END = Set.of(";", "|", "&", "do", "then", "done", "fi");
    /// Programs whose first plain argument is a host.
    private static final Set<String> CLIENTS = Set.of(
            "nc",
            "netcat",
            "ncat",
            "nslookup",
            "ping",
            "telnet",
            "dig",
            "curl",
            "wget",
            "wait-for",
            "wait-for-it",
            "wait-for-it.sh",
            "wait-for.sh",
            "hosts");

    private final Workload workload;
    private final Map<String, String> variables;
    private final Caller caller;
    private final Effort effort;

    Arguments(Workload workload, Map<String, String> variables, Caller caller, Effort effort) {
        this.workload = workload;
        this.variables = variables;
        this.caller = caller;
        this.effort = effort;
    }

    void read(Value.Mapping container, Fields fields) {
        List<Value.Scalar> all = new ArrayList<>(fields.scalars(container, "command"));
        all.addAll(fields.scalars(container, "args"));
        List<Word> words = new ArrayList<>();
        String flag = "";
        for (Value.Scalar written : all) {
            if (!effort.spend(written.text().length() + 1L, written.source())) {
                return;
            }
            String text = Expansion.of(written.text(), variables);
            HostWords.sure(text).forEach(host -> caller.call(workload, host, true, RULE, written.source()));
            if (!flag.isEmpty()) {
                setTo(flag, text, written.source());
            }
            Matcher assigned = ASSIGNED.matcher(text);
            if (assigned.matches()) {
                setTo(assigned.group(1), assigned.group(2), written.source());
            }
            flag = isFlag(text) ? text : "";
            for (String word : BETWEEN.split(text, -1)) {
                if (!word.isEmpty()) {
                    words.add(new Word(word, written.source()));
                }
            }
        }
        askedByClients(words);
    }

    private void setTo(String flag, String value, SourceLocation place) {
        boolean isShortHost = flag.equals("-h") || flag.equals("-H");
        if (isShortHost || (flag.length() > 2 && VariableName.of(flag).mayBeHost())) {
            HostWords.names(value).forEach(host -> caller.call(workload, host, false, RULE, place));
        }
    }

    private void askedByClients(List<Word> words) {
        boolean isAsking = false;
        String before = "";
        for (Word word : words) {
            String text = word.text();
            String program = text.substring(text.lastIndexOf('/') + 1);
            if (END.contains(text)) {
                isAsking = false;
            } else if (CLIENTS.contains(program)) {
                isAsking = true;
            } else if (before.equals("-h") || before.equals("--host")) {
                bare(word);
            } else if (isAsking && !text.startsWith("-") && !isNumber(text)) {
                bare(word);
                // What follows a flag may be its value, and the host still to come.
                isAsking = before.startsWith("-");
            }
            before = text;
        }
    }

    private void bare(Word word) {
        String host = word.text().split("[/:]", 2)[0];
        if (HostWords.isName(host)) {
            caller.call(workload, host, false, RULE, word.place());
        }
    }

    private static boolean isFlag(String text) {
        return text.startsWith("-") && text.indexOf('=') < 0 && text.indexOf(' ') < 0;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }

    private record Word(String text, SourceLocation place) {}
}
