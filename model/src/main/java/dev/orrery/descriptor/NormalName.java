package dev.orrery.descriptor;

import java.util.List;
import java.util.Locale;

/// Names without what one kind of source adds to them and another does not.
final class NormalName {
    private static final String SEPARATORS = "-_. ";
    /// Words at the end that say no more than that it is a service.
    private static final List<String> SUFFIXES = List.of("service", "svc", "server", "app", "api");

    private NormalName() {}

    /// In lower case, without separators, and without a namespace or kind in front: `shop/Cart-Service` and
    /// `component:default/cart_service` are both `cartservice`.
    static String plain(String name) {
        int begin = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1;
        StringBuilder plain = new StringBuilder(name.length() - begin);
        for (int at = begin; at < name.length(); at++) {
            if (SEPARATORS.indexOf(name.charAt(at)) < 0) {
                plain.append(name.charAt(at));
            }
        }
        return (plain.isEmpty() ? name : plain.toString()).toLowerCase(Locale.ROOT);
    }

    /// The plain name without the words at its end that say that it is a service, as long as something is left.
    static String bare(String name) {
        String bare = plain(name);
        for (int at = 0; at < SUFFIXES.size(); ) {
            String suffix = SUFFIXES.get(at);
            boolean isLonger = bare.length() > suffix.length() && bare.endsWith(suffix);
            bare = isLonger ? bare.substring(0, bare.length() - suffix.length()) : bare;
            at = isLonger ? 0 : at + 1;
        }
        return bare;
    }
}
