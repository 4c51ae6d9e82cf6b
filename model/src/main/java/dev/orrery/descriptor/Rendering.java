package dev.orrery.descriptor;

import java.util.List;
import java.util.stream.Collectors;

/// Writes new values as text.
///
/// @param json whether it is JSON, where every text is in quotes
/// @param lineBreak between lines
record Rendering(SourceText text, Extents extents, Habits habits, boolean json, String lineBreak) {

    String key(String key, boolean flow) {
        return scalar(key, flow);
    }

    String scalar(String value, boolean flow) {
        if (json) {
            return ScalarText.quoted(value);
        }
        return flow ? ScalarText.inFlow(value) : ScalarText.of(value);
    }

    /// `key: value` in a block.
    ///
    /// @param column of the key
    String member(String key, NewNode value, int column) {
        return key(key, false) + ":" + valueOf(value, column);
    }

    /// What comes after the colon of a key, or after the dash of an item.
    String valueOf(NewNode value, int column) {
        return switch (value) {
            case NewNode.Mapping mapping
            when !mapping.flow() && !mapping.members().isEmpty() ->
                mapping.members().stream()
                        .map(member -> lineBreak
                                + " ".repeat(column + habits.step())
                                + member(member.key(), member.value(), column + habits.step()))
                        .collect(Collectors.joining());
            case NewNode.Sequence sequence
            when !sequence.flow() && !sequence.items().isEmpty() ->
                sequence.items().stream()
                        .map(item ->
                                lineBreak + " ".repeat(column + habits.dashes()) + item(item, column + habits.dashes()))
                        .collect(Collectors.joining());
            case NewNode.Copy(SourceNode original) -> copy(original, column);
            case NewNode.Text _, NewNode.Bare _, NewNode.Mapping _, NewNode.Sequence _ -> " " + inline(value, false);
        };
    }

    /// `- value` in a block.
    ///
    /// @param column of the dash
    String item(NewNode value, int column) {
        return "- " + compact(value, column + 2);
    }

    /// A value that begins in the middle of a line, at a column.
    String compact(NewNode value, int column) {
        if (value instanceof NewNode.Mapping mapping
                && !mapping.flow()
                && !mapping.members().isEmpty()) {
            return mapping.members().stream()
                    .map(member -> member(member.key(), member.value(), column))
                    .collect(Collectors.joining(lineBreak + " ".repeat(column)));
        }
        if (value instanceof NewNode.Copy(SourceNode original)
                && !Extents.isFlow(original)
                && Extents.size(original) > 0) {
            return shifted(original, column);
        }
        return inline(value, false);
    }

    String flowMember(String key, NewNode value) {
        return key(key, true) + ": " + inline(value, true);
    }

    /// On one line.
    String inline(NewNode value, boolean flow) {
        return switch (value) {
            case NewNode.Text(String scalar) -> scalar(scalar, flow);
            case NewNode.Bare(String scalar) -> scalar;
            case NewNode.Mapping(List<NewNode.Member> members, boolean _) ->
                members.stream()
                        .map(member -> flowMember(member.key(), member.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case NewNode.Sequence(List<NewNode> items, boolean _) ->
                items.stream().map(item -> inline(item, true)).collect(Collectors.joining(", ", "[", "]"));
            case NewNode.Copy(SourceNode original) -> text.content().substring(original.start(), extents.end(original));
        };
    }

    /// The raw lines of a value once more, shifted to where the new key stands.
    private String copy(SourceNode original, int column) {
        boolean isBlock = !Extents.isFlow(original) && Extents.size(original) > 0;
        if (!isBlock) {
            String raw = inline(new NewNode.Copy(original), false);
            return raw.isEmpty() ? "" : " " + raw;
        }
        int target = column + (original instanceof SourceNode.Sequence ? habits.dashes() : habits.step());
        int same = extents.lines().column(original.start());
        int to = same > column ? same : target;
        return lineBreak + " ".repeat(to) + shifted(original, to);
    }

    private String shifted(SourceNode original, int column) {
        int shift = column - extents.lines().column(original.start());
        return text.content()
                .substring(original.start(), extents.end(original))
                .lines()
                .map(line -> line.isBlank() ? line : shifted(line, shift))
                .collect(Collectors.joining(lineBreak))
                .stripLeading();
    }

    private static String shifted(String line, int shift) {
        if (shift >= 0) {
            return " ".repeat(shift) + line;
        }
        int spaces = line.length() - line.stripLeading().length();
        return line.substring(Math.min(spaces, -shift));
    }
}
