package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes values out of manifests along a path. What is of another type than the path expects is reported and counts as
/// missing.
record Fields(Binding binding) {

    void report(Problem problem) {
        binding.report(problem);
    }

    Optional<Value.Mapping> mapping(Value.Mapping in, String... path) {
        Optional<Value.Mapping> at = Optional.of(in);
        for (String key : path) {
            at = at.flatMap(here -> binding.mapping(here, key));
        }
        return at;
    }

    /// The mappings of a list.
    List<Value.Mapping> mappings(Value.Mapping in, String key) {
        List<Value.Mapping> found = new ArrayList<>();
        for (Value item : items(in, key)) {
            binding.mapping(key, item).ifPresent(found::add);
        }
        return found;
    }

    List<Value> items(Value.Mapping in, String key) {
        return in.get(key).map(value -> binding.items(key, value)).orElse(List.of());
    }

    Optional<String> text(Value.Mapping in, String key) {
        return binding.text(in, key);
    }

    Optional<Value.Scalar> scalar(Value.Mapping in, String key) {
        return binding.scalar(in, key);
    }

    /// The scalars of a list.
    List<Value.Scalar> scalars(Value.Mapping in, String key) {
        List<Value.Scalar> found = new ArrayList<>();
        for (Value item : items(in, key)) {
            binding.scalar(key, item).ifPresent(found::add);
        }
        return found;
    }

    /// A mapping of texts, such as labels.
    Map<String, String> texts(Value.Mapping in, String... path) {
        Map<String, String> found = new LinkedHashMap<>();
        mapping(in, path).ifPresent(labels -> {
            for (Value.Field field : labels.fields()) {
                binding.text(field.key(), field.value()).ifPresent(text -> found.put(field.key(), text));
            }
        });
        return found;
    }
}
