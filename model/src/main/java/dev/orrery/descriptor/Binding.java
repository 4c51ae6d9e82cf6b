package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes values as what a format expects them to be, and reports where they are something else. A value that is
/// null counts as not given.
public final class Binding {
    private final Consumer<Problem> report;

    public Binding(Consumer<Problem> report) {
        this.report = report;
    }

    public void report(Problem problem) {
        report.accept(problem);
    }

    /// @param name of the key, for the problem
    public Optional<Value.Mapping> mapping(String name, Value value) {
        if (value instanceof Value.Mapping mapping) {
            return Optional.of(mapping);
        }
        return refuse("expected-mapping", name, value);
    }

    public Optional<Value.Mapping> mapping(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> mapping(key, value));
    }

    /// The items of a list; none where it is no list.
    public List<Value> items(String name, Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items();
        }
        refuse("expected-list", name, value);
        return List.of();
    }

    /// The raw text of a scalar of any type.
    public Optional<String> text(String name, Value value) {
        return scalar(name, value).map(Value.Scalar::text);
    }

    public Optional<String> text(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> text(key, value));
    }

    /// The scalar itself, where its place is needed.
    public Optional<Value.Scalar> scalar(String name, Value value) {
        if (value instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL) {
            return Optional.of(scalar);
        }
        return refuse("expected-text", name, value);
    }

    public Optional<Value.Scalar> scalar(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> scalar(key, value));
    }

    /// A list of texts.
    public List<String> texts(Value.Mapping in, String key) {
        return in.get(key).stream()
                .flatMap(value -> items(key, value).stream())
                .flatMap(item -> text(key, item).stream())
                .toList();
    }

    /// A mapping from text to text, in its order.
    public Map<String, String> textMap(Value.Mapping in, String key) {
        Map<String, String> read = new LinkedHashMap<>();
        mapping(in, key)
                .ifPresent(all -> all.fields()
                        .forEach(field ->
                                text(field.key(), field.value()).ifPresent(text -> read.put(field.key(), text))));
        return read;
    }

    public Optional<Boolean> bool(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> {
            if (value instanceof Value.Scalar scalar && scalar.type() == Value.Type.BOOLEAN) {
                return Optional.of(Boolean.valueOf(scalar.text()));
            }
            return refuse("expected-boolean", key, value);
        });
    }

    /// One of a few words.
    public Optional<String> word(Value.Mapping in, String key, List<String> possible) {
        return scalar(in, key).map(Value.Scalar::text).filter(text -> {
            if (!possible.contains(text)) {
                report.accept(Problem.error(
                        "unknown-word",
                        in.field(key).orElseThrow().value().source(),
                        text,
                        String.join(", ", possible)));
            }
            return possible.contains(text);
        });
    }

    /// A whole number within bounds, both included.
    public Optional<Integer> whole(Value.Mapping in, String key, int least, int most) {
        return in.get(key).flatMap(value -> {
            if (value instanceof Value.Scalar scalar
                    && scalar.type() == Value.Type.NUMBER
                    && scalar.text().matches("\\d{1,9}")) {
                int number = Integer.parseInt(scalar.text());
                if (least <= number && number <= most) {
                    return Optional.of(number);
                }
            }
            report.accept(
                    Problem.error("expected-number", value.source(), key, String.valueOf(least), String.valueOf(most)));
            return Optional.empty();
        });
    }

    public Optional<Duration> duration(Value.Mapping in, String key) {
        return scalar(in, key).flatMap(this::duration);
    }

    public Optional<Duration> duration(Value.Scalar scalar) {
        Optional<Duration> duration = Durations.parse(scalar.text());
        if (duration.isEmpty()) {
            report.accept(Problem.error("bad-duration", scalar.source(), scalar.text()));
        }
        return duration;
    }

    /// Warns of every key that is neither known nor the user's own (`x-…`).
    public void keys(Value.Mapping mapping, Set<String> known) {
        for (Value.Field field : mapping.fields()) {
            String key = field.key();
            if (!known.contains(key) && !key.startsWith("x-")) {
                SourceLocation place = field.keySource();
                report.accept(Spelling.nearest(key, known)
                        .map(near -> Problem.warning("misspelt-key", place, key, near))
                        .orElseGet(() -> Problem.warning("unknown-key", place, key)));
            }
        }
    }

    private <T> Optional<T> refuse(String code, String name, Value value) {
        boolean given = !(value instanceof Value.Scalar scalar) || scalar.type() != Value.Type.NULL;
        if (given) {
            report.accept(Problem.error(code, value.source(), name));
        }
        return Optional.empty();
    }
}
