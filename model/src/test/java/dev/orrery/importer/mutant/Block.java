package dev.orrery.importer.mutant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement of the Structurizr DSL with what stands between its braces, without comments.
///
/// @param line without the brace
record Block(String line, boolean opens, List<Block> inner) {
    private static final Pattern IDENTIFIED = Pattern.compile("(\\w+) *= *\\w.*");
    private static final Pattern ELEMENT = Pattern.compile(
            "(?:\\w+ *= *)?(?:person|softwaresystem|container|component|group)\\b.*", Pattern.CASE_INSENSITIVE);

    Block {
        inner = List.copyOf(inner);
    }

    static Block line(String line) {
        return new Block(line, false, List.of());
    }

    static Block open(String line, List<Block> inner) {
        return new Block(line, true, inner);
    }

    /// The statements of a text that opens its braces at ends of lines and closes them on lines of their own.
    static List<Block> read(String text) {
        Deque<List<Block>> open = new ArrayDeque<>();
        Deque<String> heads = new ArrayDeque<>();
        open.push(new ArrayList<>());
        for (String raw : text.replaceAll("(?s)/\\*.*?\\*/", "").lines().toList()) {
            String line = raw.strip();
            if (line.endsWith("{")) {
                heads.push(line.substring(0, line.length() - 1).strip());
                open.push(new ArrayList<>());
            } else if (line.equals("}")) {
                List<Block> inner = open.pop();
                open.element().add(open(heads.pop(), inner));
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("//")) {
                open.element().add(line(line));
            }
        }
        return List.copyOf(open.element());
    }

    boolean isElement() {
        return ELEMENT.matcher(line).matches();
    }

    boolean isRelationship() {
        return line.contains(" -> ");
    }

    /// As in `api` of `api = container "API"`; empty where there is none.
    String identifier() {
        Matcher identified = IDENTIFIED.matcher(line);
        return identified.matches() ? identified.group(1) : "";
    }

    boolean is(String keyword) {
        return line.toLowerCase(Locale.ROOT).split(" ", 2)[0].equals(keyword);
    }

    /// Elements first, because they must be there before anything names them, each kind of statement in any order.
    Block shuffled(Random random) {
        List<Block> elements = new ArrayList<>();
        List<Block> relationships = new ArrayList<>();
        List<Block> others = new ArrayList<>();
        for (Block block : inner) {
            (block.isElement() ? elements : block.isRelationship() ? relationships : others)
                    .add(block.isElement() ? block.shuffled(random) : block);
        }
        Collections.shuffle(elements, random);
        Collections.shuffle(relationships, random);
        List<Block> all = new ArrayList<>(elements);
        all.addAll(relationships);
        all.addAll(others);
        return new Block(line, opens, all);
    }

    /// Every block changed, from the inside out.
    Block changed(UnaryOperator<Block> change) {
        return change.apply(new Block(
                line, opens, inner.stream().map(block -> block.changed(change)).toList()));
    }

    Block withLine(String other) {
        return new Block(other, opens, inner);
    }

    Block withInner(List<Block> other) {
        return new Block(line, opens, other);
    }

    String write(String indentation) {
        StringBuilder out = new StringBuilder();
        write(out, indentation, 0);
        return out.toString();
    }

    private void write(StringBuilder out, String indentation, int depth) {
        out.append(indentation.repeat(depth)).append(line).append(opens ? " {\n" : "\n");
        if (opens) {
            inner.forEach(block -> block.write(out, indentation, depth + 1));
            out.append(indentation.repeat(depth)).append("}\n");
        }
    }
}
