package dev.orrery.descriptor;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How names of services are compared across sources.
final class ServiceNames {
    private static final Pattern SEPARATORS = Pattern.compile("[-_.\\s]+");
    /// Words at the end that say no more than that it is a service.
    private static final List<String> SUFFIXES = List.of("service", "server", "svc", "api", "app");

    private ServiceNames() {}

    /// For names that a source states: only case may differ.
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// For names that people write in several ways: without case, separators, a namespace or kind
    /// in front, and a last word that says no more than that it is a service. So
    /// `shop/Cart-Service`, `component:default/cart` and `cart` are the same.
    static String normalised(String name) {
        String last = folded(name.substring(name.lastIndexOf('/') + 1));
        String plain =
                SEPARATORS.matcher(last.substring(last.lastIndexOf(':') + 1)).replaceAll("");
        for (String suffix : SUFFIXES) {
            if (plain.length() > suffix.length() && plain.endsWith(suffix)) {
                return plain.substring(0, plain.length() - suffix.length());
            }
        }
        return plain;
    }
}
