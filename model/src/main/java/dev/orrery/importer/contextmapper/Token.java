package dev.orrery.importer.contextmapper;

import dev.orrery.topology.SourceLocation;

/// A word, a text in quotes, or a symbol.
///
/// @param text a quoted one without its quotes, escapes left as they are; empty at the end
record Token(Kind kind, String text, SourceLocation source) {
    enum Kind {
        WORD,
        QUOTED,
        SYMBOL,
        END
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isWord(String word) {
        return isWord() && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isEnd() {
        return kind == Kind.END;
    }
}
