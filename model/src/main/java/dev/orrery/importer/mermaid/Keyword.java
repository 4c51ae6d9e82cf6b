package dev.orrery.importer.mermaid;

import java.util.Set;

/// The words that begin a statement which is no node.
final class Keyword {
    private static final int LONGEST = 10;
    private static final Set<String> ALONE =
            Set.of("subgraph", "end", "class", "click", "direction", "classDef", "style", "linkStyle");
    private static final Set<String> ACCESSIBLE = Set.of("accTitle", "accDescr");

    private Keyword() {}

    /// The keyword that stands here, which is passed over; empty where none does: `end` is one, `end-user` a node.
    static String take(Cursor cursor) {
        int start = cursor.at();
        while (isLetter(cursor.peek()) && cursor.at() - start < LONGEST) {
            cursor.moveTo(cursor.at() + 1);
        }
        String word = cursor.since(start);
        if (ALONE.contains(word) ? isAlone(cursor.peek()) : ACCESSIBLE.contains(word) && isBeforeText(cursor)) {
            return word;
        }
        cursor.moveTo(start);
        return "";
    }

    private static boolean isAlone(char next) {
        return next == 0 || next == ';' || Character.isWhitespace(next);
    }

    private static boolean isBeforeText(Cursor cursor) {
        cursor.skipBlanks();
        return cursor.peek() == ':' || cursor.peek() == '{';
    }

    private static boolean isLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }
}
