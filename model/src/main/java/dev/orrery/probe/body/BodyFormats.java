package dev.orrery.probe.body;

import java.util.List;
import java.util.stream.Stream;

/// The formats, in the order in which they are tried.
final class BodyFormats {
    /// Each knows its own by marks that no other has.
    static final List<BodyFormat> EXACT = List.of(
            new AspNetCoreText(),
            new KubernetesChecks(),
            new Lightship(),
            new Consul(),
            new DropwizardHealth(),
            new Eureka(),
            new Elasticsearch(),
            new AspNetCore(),
            new HelloFresh(),
            new PyHealthcheck(),
            new NestTerminus(),
            new Terminus(),
            new GoHealth(),
            new SpringBoot(),
            new MicroProfile(),
            new HealthJson(),
            new Vistecture(),
            new Dropwizard(),
            new Django());

    /// Tried last: what follows no format, but can be understood.
    static final List<BodyFormat> LOOSE = List.of(new JsonStatus(), new PlainWord());

    static final List<BodyFormat> ALL =
            Stream.concat(EXACT.stream(), LOOSE.stream()).toList();

    private BodyFormats() {}
}
