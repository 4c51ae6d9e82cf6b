package dev.orrery.probe.prometheus;

import dev.orrery.json.Json;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a series or an alert is about. Values that are longer than any name are left out.
record Labels(SortedMap<String, String> values) {
    private static final int LONGEST = 500;

    Labels {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static Labels of(Json.Obj object) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Json.Member member : object.members()) {
            if (member.value() instanceof Json.Text(String text)
                    && !text.isEmpty()
                    && text.length() <= LONGEST
                    && !member.name().equals("__name__")) {
                values.put(member.name(), text);
            }
        }
        return new Labels(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
