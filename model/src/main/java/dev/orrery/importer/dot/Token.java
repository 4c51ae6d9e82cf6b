package dev.orrery.importer.dot;

/// A piece of a text: a name, a sign, or the end.
///
/// @param text unquoted and unescaped; of HTML labels empty
/// @param isName whether it is a name, however it is written; else it is a sign
/// @param isQuoted whether it is no keyword, whatever it says
/// @param start offset in UTF-16 units
record Token(String text, boolean isName, boolean isQuoted, int start) {
    boolean is(String sign) {
        return !isName && text.equals(sign);
    }

    boolean isKeyword(String word) {
        return isName && !isQuoted && text.equalsIgnoreCase(word);
    }

    boolean isEnd() {
        return !isName && text.isEmpty();
    }
}
