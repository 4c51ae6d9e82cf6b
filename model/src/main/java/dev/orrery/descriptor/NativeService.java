package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Promise;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One service of the native format.
final class NativeService {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s?%");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Binding binding;
    private final @Nullable PrometheusRule rule;

    /// @param rule one server for all, where one is stated
    NativeService(Binding binding, @Nullable PrometheusRule rule) {
        this.binding = binding;
        this.rule = rule;
    }

    Service read(String id, SourceLocation source, Value.@Nullable Mapping body) {
        if (body == null) {
            return Service.of(id, ServiceKind.SERVICE, source);
        }
        return new Service(
                id,
                binding.text(body, "name").orElse(id),
                kind(body),
                null,
                binding.text(body, "owner").orElse(null),
                binding.text(body, "technology").orElse(null),
                binding.texts(body, "tags"),
                binding.textMap(body, "links"),
                checks(body),
                binding.texts(body, "owns"),
                binding.textMap(body, "provides"),
                releases(body),
                promise(body),
                true,
                Set.of(),
                List.of(source));
    }

    private ServiceKind kind(Value.Mapping body) {
        return binding.scalar(body, "kind")
                .flatMap(word -> {
                    Optional<ServiceKind> kind = ServiceKind.of(word.text());
                    if (kind.isEmpty()) {
                        String known = Arrays.stream(ServiceKind.values())
                                .map(ServiceKind::word)
                                .collect(Collectors.joining(", "));
                        binding.report(Problem.error("unknown-kind", word.source(), word.text(), known));
                    }
                    return kind;
                })
                .orElse(ServiceKind.SERVICE);
    }

    /// One mapping, or a list of them.
    private List<HealthCheck> checks(Value.Mapping body) {
        return body.get("health").stream()
                .flatMap(value -> value instanceof Value.Sequence list ? list.items().stream() : Stream.of(value))
                .flatMap(value -> check(value).stream())
                .toList();
    }

    private Optional<HealthCheck> check(Value value) {
        return binding.mapping("health", value).flatMap(check -> {
            binding.keys(check, NativeKeys.HEALTH);
            Optional<Value.Scalar> url = binding.scalar(check, "url");
            if (url.isEmpty()
                    && check.get("url").isEmpty()
                    && check.get("prometheus").isEmpty()) {
                binding.report(Problem.error("health-without-url", check.source()));
            }
            var interval = binding.duration(check, "interval").orElse(HealthCheck.DEFAULT_INTERVAL);
            var timeout = binding.duration(check, "timeout").orElse(HealthCheck.DEFAULT_TIMEOUT);
            var degradedAbove = binding.duration(check, "degraded_above").orElse(null);
            Optional<HealthCheck> own = url.filter(text -> EndpointUrl.isUsable(text, binding))
                    .map(text -> new HealthCheck(
                            text.text(),
                            interval,
                            timeout,
                            degradedAbove,
                            new NativeExpectation(binding).read(check, text.text()),
                            new NativeRequest(binding).read(check, text.text()),
                            text.source()));
            return check.get("prometheus").isPresent() ? measured(check, own, degradedAbove) : own;
        });
    }

    private Optional<HealthCheck> measured(
            Value.Mapping check, Optional<HealthCheck> own, @Nullable Duration degradedAbove) {
        return new PrometheusStatement(binding)
                .of(check, rule, own.orElse(null))
                .map(stated -> new HealthCheck(
                        stated.server().url(),
                        stated.server().interval(),
                        stated.server().timeout(),
                        degradedAbove,
                        Expectation.NONE,
                        new HealthRequest(stated.server().headers(), false, stated.measured()),
                        own.map(HealthCheck::source).orElse(check.source())));
    }

    private Promise promise(Value.Mapping body) {
        return new Promise(
                binding.scalar(body, "availability").flatMap(this::percent).orElse(null),
                binding.duration(body, "latency").orElse(null));
    }

    private Optional<BigDecimal> percent(Value.Scalar text) {
        Matcher percent = PERCENT.matcher(text.text());
        if (percent.matches()) {
            BigDecimal value = new BigDecimal(percent.group(1));
            if (value.signum() > 0 && value.compareTo(HUNDRED) <= 0) {
                return Optional.of(value);
            }
        }
        binding.report(Problem.error("bad-availability", text.source(), text.text()));
        return Optional.empty();
    }

    private List<Release> releases(Value.Mapping body) {
        return binding.mapping(body, "releases").stream()
                .flatMap(all -> all.fields().stream())
                .flatMap(field ->
                        binding
                                .mapping(field.key(), field.value())
                                .map(release -> release(field.key(), release))
                                .stream())
                .toList();
    }

    private Release release(String version, Value.Mapping body) {
        binding.keys(body, NativeKeys.RELEASE);
        return new Release(
                version,
                binding.whole(body, "weight", 0, 100).orElse(0),
                body.get("health").flatMap(this::check).orElse(null));
    }
}
