package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.Expectation.StatusRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a health check of the native format expects of its answer. What cannot be read is reported and not expected.
final class NativeExpectation {
    private static final Pattern STATUS = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");
    private static final Pattern POINTER = Pattern.compile("(/([^~]|~[01])*+)?");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final Binding binding;

    NativeExpectation(Binding binding) {
        this.binding = binding;
    }

    /// @param check that may have the key `expect`
    Expectation read(Value.Mapping check, String url) {
        Optional<Value.Mapping> stated = binding.mapping(check, "expect");
        if (stated.isEmpty()) {
            return Expectation.NONE;
        }
        Value.Mapping expect = stated.get();
        binding.keys(expect, NativeKeys.EXPECT);
        if (!url.toLowerCase(Locale.ROOT).startsWith("http")) {
            check.field("expect")
                    .ifPresent(field -> binding.report(Problem.warning("expect-needs-http", field.keySource())));
        }
        return new Expectation(
                statuses(expect),
                json(expect),
                binding.text(expect, "body").filter(text -> !text.isEmpty()).orElse(null),
                headers(expect),
                binding.duration(expect, "within").orElse(null),
                binding.text(expect, "identity").filter(text -> !text.isBlank()).orElse(null),
                binding.bool(expect, "all_addresses").orElse(false));
    }

    private List<StatusRange> statuses(Value.Mapping expect) {
        return expect.get("status").stream()
                .flatMap(value -> value instanceof Value.Sequence list ? list.items().stream() : Stream.of(value))
                .flatMap(value -> binding.scalar("status", value).stream())
                .flatMap(scalar -> range(scalar).stream())
                .toList();
    }

    private Optional<StatusRange> range(Value.Scalar scalar) {
        Matcher written = STATUS.matcher(scalar.text());
        if (written.matches()) {
            int from = Integer.parseInt(written.group(1));
            int to = written.group(2) == null ? from : Integer.parseInt(written.group(2));
            if (from <= to) {
                return Optional.of(new StatusRange(from, to));
            }
        }
        binding.report(Problem.error("bad-status", scalar.source(), scalar.text()));
        return Optional.empty();
    }

    private SortedMap<String, String> json(Value.Mapping expect) {
        SortedMap<String, String> read = new TreeMap<>();
        binding.mapping(expect, "json")
                .ifPresent(all -> all.fields().forEach(field -> {
                    if (!POINTER.matcher(field.key()).matches()) {
                        binding.report(Problem.error("bad-json-pointer", field.keySource(), field.key()));
                    } else if (field.value() instanceof Value.Scalar scalar) {
                        read.put(field.key(), scalar.type() == Value.Type.NULL ? "null" : scalar.text());
                    } else {
                        binding.report(
                                Problem.error("expected-text", field.value().source(), field.key()));
                    }
                }));
        return read;
    }

    private SortedMap<String, String> headers(Value.Mapping expect) {
        SortedMap<String, String> read = new TreeMap<>();
        binding.mapping(expect, "header")
                .ifPresent(all -> all.fields().forEach(field -> {
                    if (HEADER.matcher(field.key()).matches()) {
                        binding.text(field.key(), field.value()).ifPresent(text -> read.put(field.key(), text));
                    } else {
                        binding.report(Problem.error("bad-header-name", field.keySource(), field.key()));
                    }
                }));
        return read;
    }
}
