package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthRequest;
import java.util.Locale;
import java.util.TreeMap;

/// How a health check of the native format is asked. What cannot be read is reported, and not heeded.
final class NativeRequest {
    private final Binding binding;

    NativeRequest(Binding binding) {
        this.binding = binding;
    }

    /// @param check that may have the keys `headers` and `http`
    HealthRequest read(Value.Mapping check, String url) {
        return new HealthRequest(new TreeMap<>(binding.textMap(check, "headers")), http2(check, url));
    }

    private boolean http2(Value.Mapping check, String url) {
        return binding.scalar(check, "http")
                .filter(version -> {
                    boolean isHttp = url.toLowerCase(Locale.ROOT).startsWith("http");
                    if (!isHttp) {
                        binding.report(Problem.warning("http-version-needs-http", version.source()));
                    } else if (!version.text().equals("1.1") && !version.text().equals("2")) {
                        binding.report(Problem.error("bad-http-version", version.source(), version.text()));
                    }
                    return isHttp && version.text().equals("2");
                })
                .isPresent();
    }
}
