package dev.orrery.importer.compose;

import dev.orrery.descriptor.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values that `.env` files give to variables. The environment of this process is never among them.
record Variables(Map<String, String> values) {
    static final Variables NONE = new Variables(Map.of());

    Variables {
        values = Collections.unmodifiableMap(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// With the variables of a file. Those that are known already count more.
    Variables and(SourceText file) {
        Map<String, String> all = new LinkedHashMap<>();
        List<EnvFile.Entry> entries = EnvFile.read(file, this);
        entries.forEach(entry -> all.put(entry.name(), entry.value()));
        all.putAll(values);
        return new Variables(all);
    }

    /// With one more, unless it is known already.
    Variables with(String name, String value) {
        if (values.containsKey(name)) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Variables(all);
    }
}
