package dev.orrery.importer;

import java.util.List;

/// A pattern for paths: steps between `/`, of which `**` is any number of them.
///
/// @param folder the steps before the first that is no plain name; empty where there are none
/// @param steps the others
record PathPattern(String folder, List<String> steps) {
    private static final String ANY = "**";

    PathPattern {
        steps = List.copyOf(steps);
    }

    static PathPattern of(String pattern) {
        List<String> all = List.of(pattern.split("/", -1));
        int plain = 0;
        while (plain < all.size() && all.get(plain).chars().noneMatch(unit -> "*?[".indexOf(unit) >= 0)) {
            plain++;
        }
        return new PathPattern(String.join("/", all.subList(0, plain)), all.subList(plain, all.size()));
    }

    /// Goes back to the last `**` only, so the time is at most the product of the numbers of steps.
    ///
    /// @param path below the folder
    boolean matches(String path) {
        List<String> names = List.of(path.split("/", -1));
        int in = 0;
        int at = 0;
        int any = -1;
        int resume = 0;
        while (at < names.size()) {
            if (in < steps.size() && steps.get(in).equals(ANY)) {
                any = in++;
                resume = at;
            } else if (in < steps.size() && Glob.matches(steps.get(in), names.get(at))) {
                in++;
                at++;
            } else if (any >= 0) {
                in = any + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return steps.subList(in, steps.size()).stream().allMatch(ANY::equals);
    }
}
