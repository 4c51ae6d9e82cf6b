package dev.orrery.importer.dot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tokens, one after the other. Behind the last one, the end stays the next.
final class TokenStream {
    private final List<Token> tokens;
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        at++;
        return token;
    }

    Token last() {
        return tokens.getLast();
    }

    /// What stands up to the closing bracket, which is taken too.
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        while (!peek().is("]") && !peek().isEnd()) {
            Token name = take();
            if (name.isName() && peek().is("=")) {
                take();
                attributes.put(name.text(), take().text());
            }
        }
        if (peek().is("]")) {
            take();
        }
        return attributes;
    }

    /// `node:port:compass`; a port is part of the drawing only.
    void skipPort() {
        while (peek().is(":")) {
            take();
            if (peek().isName()) {
                take();
            }
        }
    }
}
