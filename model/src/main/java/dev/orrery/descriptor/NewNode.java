package dev.orrery.descriptor;

import java.util.List;

/// A value that is to be written into a text.
public sealed interface NewNode {

    /// A text, in quotes where YAML could take it for something else.
    record Text(String value) implements NewNode {}

    /// What is to be read as something else than a text, as in `true` or `3`.
    record Bare(String value) implements NewNode {}

    /// @param flow whether it is written in braces, on one line
    record Mapping(List<Member> members, boolean flow) implements NewNode {
        public Mapping {
            members = List.copyOf(members);
        }
    }

    /// @param flow whether it is written in brackets, on one line
    record Sequence(List<NewNode> items, boolean flow) implements NewNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// A value of the same text once more, as it is written there.
    record Copy(SourceNode original) implements NewNode {}

    /// A key and its value.
    record Member(String key, NewNode value) {}

    /// `{}`: nothing more to say.
    static NewNode nothing() {
        return new Mapping(List.of(), true);
    }

    static NewNode texts(List<String> values, boolean flow) {
        return new Sequence(values.stream().<NewNode>map(Text::new).toList(), flow);
    }
}
