package dev.orrery.importer.compose;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A text in which variables have been replaced, by the rules of Compose's specification, chapter Interpolation: `$A`,
/// `${A}`, `${A:-default}`, `${A-default}`, `${A:?message}`, `${A?message}`, `${A:+other}`, `${A+other}`, nested
/// defaults, and `$$` for a dollar.
///
/// @param text what has no value stays as it is written
/// @param blankedText what has no value is empty, as in Compose
/// @param unresolved names that have no value, sorted
/// @param isWellFormed false where a brace is missing or a name is no name; such a part stays as it is written
record Interpolation(String text, String blankedText, List<String> unresolved, boolean isWellFormed) {
    private static final int DEEPEST = 20;

    static Interpolation of(String written, Variables variables) {
        if (written.indexOf('$') < 0) {
            return new Interpolation(written, written, List.of(), true);
        }
        Walk walk = new Walk(variables);
        walk.replace(written, 0);
        return new Interpolation(
                walk.text.toString(), walk.blanked.toString(), List.copyOf(walk.unresolved), walk.isWellFormed);
    }

    private static final class Walk {
        private final Variables variables;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder blanked = new StringBuilder();
        private final Set<String> unresolved = new TreeSet<>();
        private boolean isWellFormed = true;

        Walk(Variables variables) {
            this.variables = variables;
        }

        void replace(String part, int depth) {
            int[] braces = matchingBraces(part);
            int at = 0;
            while (at < part.length()) {
                char unit = part.charAt(at);
                char next = at + 1 < part.length() ? part.charAt(at + 1) : '\0';
                if (unit != '$') {
                    append(String.valueOf(unit));
                    at++;
                } else if (next == '$') {
                    append("$");
                    at += 2;
                } else if (next == '{') {
                    at = braced(part, at, braces[at + 1], depth);
                } else {
                    at = plain(part, at);
                }
            }
        }

        private int plain(String part, int at) {
            int end = endOfName(part, at + 1);
            if (end == at + 1) {
                // A dollar that begins no name is a dollar.
                append("$");
            } else {
                substitute(part.substring(at + 1, end), part.substring(at, end));
            }
            return end;
        }

        private int braced(String part, int at, int close, int depth) {
            int nameEnd = endOfName(part, at + 2);
            if (nameEnd == at + 2 || close < 0 || nameEnd > close || depth == DEEPEST) {
                append("${");
                isWellFormed = false;
                return at + 2;
            }
            String name = part.substring(at + 2, nameEnd);
            String rest = part.substring(nameEnd, close);
            String whole = part.substring(at, close + 1);
            boolean colon = rest.startsWith(":");
            String operator = colon ? rest.substring(1) : rest;
            boolean isGiven = variables
                    .get(name)
                    .filter(value -> !(colon && value.isEmpty()))
                    .isPresent();
            if (rest.isEmpty()) {
                substitute(name, whole);
            } else if (operator.startsWith("-")) {
                if (isGiven) {
                    substitute(name, whole);
                } else {
                    replace(operator.substring(1), depth + 1);
                }
            } else if (operator.startsWith("+")) {
                if (isGiven) {
                    replace(operator.substring(1), depth + 1);
                }
            } else if (operator.startsWith("?")) {
                if (isGiven) {
                    substitute(name, whole);
                } else {
                    leaveOpen(name, whole);
                }
            } else {
                append(whole);
                isWellFormed = false;
            }
            return close + 1;
        }

        private void substitute(String name, String whole) {
            variables.get(name).ifPresentOrElse(this::append, () -> leaveOpen(name, whole));
        }

        private void leaveOpen(String name, String whole) {
            text.append(whole);
            unresolved.add(name);
        }

        private void append(String resolved) {
            text.append(resolved);
            blanked.append(resolved);
        }

        private static int endOfName(String part, int start) {
            int at = start;
            while (at < part.length() && isNameUnit(part.charAt(at), at == start)) {
                at++;
            }
            return at;
        }

        private static boolean isNameUnit(char unit, boolean first) {
            boolean letter = (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') || unit == '_';
            return letter || (!first && unit >= '0' && unit <= '9');
        }

        /// For each place of an opening brace that follows a dollar, that of its closing brace; else -1.
        private static int[] matchingBraces(String part) {
            int[] closing = new int[part.length()];
            Arrays.fill(closing, -1);
            Deque<Integer> open = new ArrayDeque<>();
            for (int at = 1; at < part.length(); at++) {
                char unit = part.charAt(at);
                if (unit == '{' && part.charAt(at - 1) == '$') {
                    open.push(at);
                } else if (unit == '}' && !open.isEmpty()) {
                    closing[open.pop()] = at;
                }
            }
            return closing;
        }
    }
}
