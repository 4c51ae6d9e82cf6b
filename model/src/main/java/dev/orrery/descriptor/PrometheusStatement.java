package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.PrometheusRule;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads what a descriptor or a workspace states of a server that keeps measurements. The forms
/// are the same everywhere: a URL, or a mapping.
public final class PrometheusStatement {
    private final Binding binding;

    public PrometheusStatement(Binding binding) {
        this.binding = binding;
    }

    /// One server for all. Empty where no URL is stated that can be asked; that is reported.
    public Optional<PrometheusRule> rule(Value.Mapping in, String key) {
        return in.get(key).flatMap(this::rule);
    }

    private Optional<PrometheusRule> rule(Value value) {
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (value instanceof Value.Scalar url) {
            return url(url).map(usable -> PrometheusRule.of(usable, url.source()));
        }
        return binding.mapping("prometheus", value).flatMap(stated -> {
            binding.keys(stated, NativeKeys.PROMETHEUS_RULE);
            Optional<Value.Scalar> url = binding.scalar(stated, "url");
            if (url.isEmpty()) {
                binding.report(Problem.error("prometheus-without-url", stated.source()));
            }
            return url.flatMap(this::url)
                    .map(usable -> new PrometheusRule(
                            usable,
                            binding.text(stated, "query").orElse(null),
                            alertmanager(stated),
                            new TreeSet<>(texts(stated, "fail_on")),
                            texts(stated, "except"),
                            binding.duration(stated, "interval").orElse(HealthCheck.DEFAULT_INTERVAL),
                            binding.duration(stated, "timeout").orElse(PrometheusRule.DEFAULT_TIMEOUT),
                            headers(stated),
                            stated.source()));
        });
    }

    /// What one check states: whom to ask, and how.
    ///
    /// @param server the rule for all, with what the check states otherwise
    record OfCheck(PrometheusRule server, Measured measured) {}

    /// @param check that may have the key `prometheus`
    /// @param rule for all, where one is stated
    /// @param declared what the same check states of the service's own address; null where it
    ///     states none
    Optional<OfCheck> of(Value.Mapping check, @Nullable PrometheusRule rule, @Nullable HealthCheck declared) {
        Optional<Value> value = check.get("prometheus");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<HealthCheck> own = declared == null ? List.of() : List.of(declared);
        if (isNothing(value.get())) {
            return server(null, rule, check).map(server -> new OfCheck(server, measured(null, server, own)));
        }
        if (value.get() instanceof Value.Scalar query) {
            return server(null, rule, check).map(server -> new OfCheck(server, measured(query.text(), server, own)));
        }
        return binding.mapping("prometheus", value.get()).flatMap(stated -> {
            binding.keys(stated, NativeKeys.PROMETHEUS_CHECK);
            String query = binding.text(stated, "query").orElse(null);
            return server(stated, rule, check).map(server -> new OfCheck(server, measured(query, server, own)));
        });
    }

    private static Measured measured(@Nullable String query, PrometheusRule server, List<HealthCheck> declared) {
        return query == null
                ? new Measured(server.query(), true, server.alertmanager(), server.failOn(), declared)
                : new Measured(query, false, null, server.failOn(), declared);
    }

    /// The rule for all with what the check states otherwise.
    private Optional<PrometheusRule> server(
            Value.@Nullable Mapping stated, @Nullable PrometheusRule rule, Value.Mapping check) {
        Optional<Value.Scalar> named = stated == null ? Optional.empty() : binding.scalar(stated, "url");
        if (named.isEmpty() && rule == null) {
            binding.report(Problem.error("prometheus-without-url", check.source()));
            return Optional.empty();
        }
        String url = named.isPresent() ? url(named.get()).orElse(null) : rule == null ? null : rule.url();
        if (url == null) {
            return Optional.empty();
        }
        PrometheusRule base = rule != null && url.equals(rule.url()) ? rule : PrometheusRule.of(url, check.source());
        String alertmanager = stated == null ? null : alertmanager(stated);
        SortedSet<String> failOn = stated != null && stated.get("fail_on").isPresent()
                ? new TreeSet<>(texts(stated, "fail_on"))
                : base.failOn();
        NavigableMap<String, String> headers = headers(check);
        return Optional.of(new PrometheusRule(
                url,
                base.query(),
                alertmanager == null ? base.alertmanager() : alertmanager,
                failOn,
                List.of(),
                binding.duration(check, "interval").orElse(base.interval()),
                binding.duration(check, "timeout").orElse(base.timeout()),
                headers.isEmpty() ? base.headers() : headers,
                check.source()));
    }

    private @Nullable String alertmanager(Value.Mapping stated) {
        return binding.scalar(stated, "alertmanager").flatMap(this::url).orElse(null);
    }

    private Optional<String> url(Value.Scalar url) {
        if (!EndpointUrl.isUsable(url, binding)) {
            return Optional.empty();
        }
        if (!url.text().regionMatches(true, 0, "http", 0, 4)) {
            binding.report(
                    Problem.error("bad-url-scheme", url.source(), url.text().split(":", 2)[0]));
            return Optional.empty();
        }
        return Optional.of(url.text());
    }

    /// One text, or a list of them.
    private List<String> texts(Value.Mapping stated, String key) {
        return stated.get(key).orElse(null) instanceof Value.Scalar
                ? binding.text(stated, key).stream().toList()
                : binding.texts(stated, key);
    }

    private NavigableMap<String, String> headers(Value.Mapping in) {
        NavigableMap<String, String> headers = new TreeMap<>();
        binding.mapping(in, "headers")
                .ifPresent(all -> all.fields()
                        .forEach(field -> binding.text(field.key(), field.value())
                                .ifPresent(secret -> headers.put(field.key(), secret))));
        return headers;
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }
}
