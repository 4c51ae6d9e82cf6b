package dev.orrery.importer.mermaid;

import java.util.List;
import java.util.Set;

/// The brackets around a label, which tell how its box is drawn.
///
/// @param open what stands before the label
/// @param closes what may stand behind it
/// @param isDatabase whether it is drawn as a database
record Shape(String open, List<String> closes, boolean isDatabase) {
    /// Longer brackets first: `((` is no `(`.
    static final List<Shape> ALL = List.of(
            of("(((", ")))"),
            of("((", "))"),
            of("([", "])"),
            of("(-", "-)"),
            of("(", ")"),
            of("[[", "]]"),
            new Shape("[(", List.of(")]"), true),
            of("[/", "/]", "\\]"),
            of("[\\", "\\]", "/]"),
            of("[|", "|]", "]"),
            of("[", "]"),
            of("{{", "}}"),
            of("{", "}"),
            of(">", "]"));

    /// Names of shapes that the newer form, `@{ shape: … }`, has for cylinders.
    private static final Set<String> DATABASES =
            Set.of("cyl", "cylinder", "database", "db", "lin-cyl", "disk", "lined-cylinder");
    /// Names for remarks beside a picture, which are part of nothing.
    private static final Set<String> REMARKS = Set.of("comment", "brace", "brace-l", "brace-r", "braces");

    private static Shape of(String open, String... closes) {
        return new Shape(open, List.of(closes), false);
    }

    static boolean isDatabase(String name) {
        return DATABASES.contains(name);
    }

    static boolean isRemark(String name) {
        return REMARKS.contains(name);
    }
}
