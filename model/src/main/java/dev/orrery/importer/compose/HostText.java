package dev.orrery.importer.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds host names in a text that a container is started with. Every search is linear in the text.
final class HostText {
    /// No address is longer; what is, is data.
    private static final int LONGEST = 16_384;

    /// A port this low is rather a version, as in `postgres:16`.
    private static final int LEAST_PORT = 80;

    private static final Set<Integer> LOW_PORTS = Set.of(21, 22, 23, 25, 53);
    private static final Pattern OPEN = Pattern.compile("\\$\\{[^}$]*+}|\\$\\([^)$]*+\\)|\\$[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;\"'`()\\[\\]{}<>|=&!]+");
    private static final Pattern BLANK = Pattern.compile("[\\s,;\"'\\[\\]]+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<![A-Za-z0-9_.])([A-Za-z][A-Za-z0-9_. -]{0,60}+)=([^;\\s&\"']{1,300})");
    /// `user:pw@tcp(db:3306)/name` and `jdbc:oracle:thin:@//db:1521/name`.
    private static final Pattern AFTER_USER =
            Pattern.compile("@(?:(?:tcp|tcp4|tcp6)\\(|//)([A-Za-z0-9_][A-Za-z0-9_.-]{0,252})(?::[0-9$]{1,5})?[)/]");
    /// What follows these is a name of something else than a host.
    private static final Set<String> NO_HOSTS = Set.of(
            "file",
            "unix",
            "unixgram",
            "npipe",
            "fd",
            "data",
            "classpath",
            "jar",
            "s3",
            "s3a",
            "s3n",
            "gs",
            "abfs",
            "abfss",
            "wasb",
            "wasbs",
            "oci",
            "docker",
            "docker-image",
            "arn",
            "sqlite",
            "sqlite3",
            "secret",
            "env",
            "chrome-extension",
            "vscode",
            "about",
            "local",
            "memory",
            "mem",
            "dir",
            "bolt+unix");

    private HostText() {}

    /// @param scheme of the URL that names it
    record Mention(String host, String scheme) {}

    /// The text with every part that is still to be filled in as a lone dollar, which no host name has.
    static String plain(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return OPEN.matcher(bounded).replaceAll("\\$");
    }

    /// The hosts of all URLs, of any scheme, with their schemes; several where a URL lists them.
    static List<Mention> urls(String plain) {
        List<Mention> found = new ArrayList<>();
        for (int at = plain.indexOf("://"); at >= 0; at = plain.indexOf("://", at + 3)) {
            String scheme = schemeBefore(plain, at);
            if (!scheme.isEmpty() && !NO_HOSTS.contains(scheme)) {
                String authority = plain.substring(at + 3, endOfAuthority(plain, at + 3));
                COMMA.splitAsStream(authority)
                        .flatMap(part -> hostOf(part).stream())
                        .forEach(host -> found.add(new Mention(host, scheme)));
            }
        }
        Matcher user = AFTER_USER.matcher(plain);
        while (user.find()) {
            found.add(new Mention(user.group(1), "tcp"));
        }
        return found;
    }

    /// What stands before a port, apart from URLs: `db:5432`, `a:9092,b:9092`.
    static List<String> withPorts(String plain) {
        return SEPARATOR
                .splitAsStream(plain)
                .flatMap(word -> beforePort(word).stream())
                .toList();
    }

    /// The words of a text that may be nothing but host names.
    static List<String> bare(String plain) {
        return BLANK.splitAsStream(plain)
                .map(word -> word.startsWith("tcp:") ? word.substring("tcp:".length()) : word)
                .filter(word -> HOST.matcher(word).matches())
                .toList();
    }

    /// The words that are assigned to a name that says host: `Server=db;Database=x`, `host=db port=5432`.
    static List<String> assigned(String plain) {
        List<String> found = new ArrayList<>();
        Matcher assignment = ASSIGNMENT.matcher(plain);
        while (assignment.find()) {
            if (HostVariable.saysHost(assignment.group(1))) {
                found.addAll(bare(assignment.group(2)));
            }
        }
        return found;
    }

    /// Whether a host may lie in the same network though nothing here defines it.
    static boolean mayBeInside(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith("docker.internal") || name.matches("[0-9.]+")) {
            return false;
        }
        return !name.contains(".")
                || Stream.of(".local", ".internal", ".svc", ".lan", ".intranet").anyMatch(name::endsWith);
    }

    private static String schemeBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < 40 && isSchemeUnit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isSchemeUnit(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || unit == '+'
                || unit == '-'
                || unit == '.';
    }

    private static int endOfAuthority(String text, int start) {
        int at = start;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "/?#\"'`;|<>\\()]}&".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static Optional<String> hostOf(String part) {
        String own = part.substring(part.lastIndexOf('@') + 1);
        int colon = own.indexOf(':');
        String port = colon < 0 ? "" : own.substring(colon + 1);
        String host = colon < 0 ? own : own.substring(0, colon);
        boolean isPort = colon < 0 || port.matches("\\d{1,5}|\\$");
        return isPort && HOST.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    private static Optional<String> beforePort(String word) {
        String own = word.substring(word.lastIndexOf('@') + 1);
        int colon = own.indexOf(':');
        if (colon <= 0 || !HOST.matcher(own.substring(0, colon)).matches()) {
            return Optional.empty();
        }
        String rest = own.substring(colon + 1);
        int slash = rest.indexOf('/');
        String port = slash < 0 ? rest : rest.substring(0, slash);
        boolean isPort = port.equals("$") || (port.matches("\\d{2,5}") && isLikely(Integer.parseInt(port)));
        return isPort ? Optional.of(own.substring(0, colon)) : Optional.empty();
    }

    private static boolean isLikely(int port) {
        return (port >= LEAST_PORT && port <= 65_535) || LOW_PORTS.contains(port);
    }
}
