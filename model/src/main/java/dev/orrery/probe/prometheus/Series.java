package dev.orrery.probe.prometheus;

import dev.orrery.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One series of a result.
///
/// @param samples in order of time, never empty
record Series(Labels labels, List<Sample> samples) {
    Series {
        samples = List.copyOf(samples);
    }

    /// Empty where it is none, or has no value that is a number.
    static Optional<Series> of(Json item) {
        if (!(item instanceof Json.Obj object) || !(object.get("metric").orElse(null) instanceof Json.Obj metric)) {
            return Optional.empty();
        }
        List<Sample> samples = new ArrayList<>();
        object.get("value").flatMap(Sample::of).ifPresent(samples::add);
        if (object.get("values").orElse(null) instanceof Json.Arr(List<Json> pairs)) {
            pairs.forEach(pair -> Sample.of(pair).ifPresent(samples::add));
        }
        return samples.isEmpty() ? Optional.empty() : Optional.of(new Series(Labels.of(metric), samples));
    }

    Sample newest() {
        return samples.getLast();
    }

    /// The time between the newest two; null where there is but one.
    @Nullable
    Duration spacing() {
        int last = samples.size() - 1;
        return last < 1
                ? null
                : Duration.between(samples.get(last - 1).at(), samples.get(last).at());
    }
}
