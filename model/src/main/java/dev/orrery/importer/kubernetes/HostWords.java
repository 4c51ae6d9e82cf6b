package dev.orrery.importer.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is written as a host in a text: in a URL (JDBC's included, and lists of hosts), before a port, or with
/// `.svc` in it. Whether a host leads anywhere is for the [Cluster] to say.
final class HostWords {
    private static final Pattern AUTHORITY = Pattern.compile("(?:://|@//|:@)([^\\s/?#\"'<>\\\\;|&()`]++)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9.])?");
    /// Below it, a number after a colon is more likely the version of an image.
    private static final int LEAST_PORT = 80;

    private static final Set<Integer> LOW_PORTS = Set.of(21, 22, 25, 53);

    private HostWords() {}

    /// Hosts that say by their form that they are hosts, in order.
    static List<String> sure(String text) {
        Set<String> hosts = new LinkedHashSet<>();
        List<int[]> urls = new ArrayList<>();
        Matcher authority = AUTHORITY.matcher(text);
        while (authority.find()) {
            String all = authority.group(1);
            for (String host : all.substring(all.lastIndexOf('@') + 1).split(",", -1)) {
                addName(hosts, host.split(":", 2)[0]);
            }
            urls.add(new int[] {authority.start(), authority.end()});
        }
        int url = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            while (url < urls.size() && urls.get(url)[1] <= word.start()) {
                url++;
            }
            boolean isInUrl = url < urls.size() && urls.get(url)[0] <= word.start();
            if (!isInUrl && (isBeforePort(text, word) || isComplete(text, word))) {
                addName(hosts, word.group());
            }
        }
        return List.copyOf(hosts);
    }

    /// The items of a list, where the text is nothing but a list of names, or one name.
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String item : text.split("[,;]", -1)) {
            String name = item.strip();
            if (!NAME.matcher(name).matches()) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    private static void addName(Set<String> hosts, String host) {
        if (NAME.matcher(host).matches()) {
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isBeforePort(String text, Matcher word) {
        int colon = word.end();
        if (colon >= text.length() || text.charAt(colon) != ':' || followsAPath(text, word.start())) {
            return false;
        }
        int end = colon + 1;
        while (end < text.length() && end - colon <= 6 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - colon - 1;
        if (digits < 2 || digits > 5 || (end < text.length() && continuesAWord(text.charAt(end)))) {
            return false;
        }
        int port = Integer.parseInt(text, colon + 1, end, 10);
        return (port >= LEAST_PORT && port <= 65_535) || LOW_PORTS.contains(port);
    }

    private static boolean isComplete(String text, Matcher word) {
        String host = word.group();
        return !followsAPath(text, word.start()) && (host.contains(".svc.") || host.endsWith(".svc"));
    }

    private static boolean continuesAWord(char unit) {
        return Character.isLetterOrDigit(unit) || unit == ':' || unit == '_' || unit == '-' || unit == '.';
    }

    private static boolean followsAPath(String text, int start) {
        return start > 0 && "/$\\{%:".indexOf(text.charAt(start - 1)) >= 0;
    }
}
