package dev.orrery.comparison;

import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A health check in words of descriptors, all that is not the default after its URL: two that are asked or judged
/// differently have different words.
final class CheckWords {
    private CheckWords() {}

    static String of(HealthCheck check) {
        List<String> words = new ArrayList<>();
        words.add(check.url());
        if (!check.interval().equals(HealthCheck.DEFAULT_INTERVAL)) {
            words.add("interval=" + time(check.interval()));
        }
        if (!check.timeout().equals(HealthCheck.DEFAULT_TIMEOUT)) {
            words.add("timeout=" + time(check.timeout()));
        }
        add(words, "degraded_above", check.degradedAbove());
        expected(words, check.expect());
        check.request().headers().forEach((header, secret) -> words.add("header " + header + "=secret " + secret));
        if (check.request().http2()) {
            words.add("http=2");
        }
        measured(words, check.request().measured());
        return String.join(" ", words);
    }

    private static void expected(List<String> words, Expectation expected) {
        if (!expected.statuses().isEmpty()) {
            words.add("status=" + expected.statuses());
        }
        expected.json().forEach((pointer, value) -> words.add("json " + pointer + "=" + value));
        if (expected.body() != null) {
            words.add("body=" + expected.body());
        }
        expected.headers().forEach((header, value) -> words.add("expects " + header + "=" + value));
        add(words, "within", expected.within());
        if (expected.identity() != null) {
            words.add("identity=" + expected.identity());
        }
        if (expected.allAddresses()) {
            words.add("all_addresses");
        }
    }

    private static void measured(List<String> words, @Nullable Measured measured) {
        if (measured == null) {
            return;
        }
        words.add("prometheus=" + (measured.query() == null ? "by names" : measured.query()));
        if (measured.byLabels()) {
            words.add("by_labels");
        }
        if (measured.alertmanager() != null) {
            words.add("alertmanager=" + measured.alertmanager());
        }
        if (!measured.failOn().isEmpty()) {
            words.add("fail_on=" + measured.failOn());
        }
        measured.declared().forEach(check -> words.add("[" + of(check) + "]"));
    }

    private static void add(List<String> words, String key, @Nullable Duration time) {
        if (time != null) {
            words.add(key + "=" + time(time));
        }
    }

    private static String time(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
