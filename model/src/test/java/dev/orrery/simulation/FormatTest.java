package dev.orrery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.probe.body.BodyHealth;
import dev.orrery.probe.body.BodyReader;
import dev.orrery.probe.body.BodyReading;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "'Java, Spring Boot', spring-boot",
        "'Java, Quarkus', microprofile",
        "'C#, ASP.NET Core', aspnetcore-text",
        "'TypeScript, NestJS', nestjs-terminus",
        "'Java, Dropwizard', dropwizard-health",
        "Elasticsearch 8, elasticsearch",
        "OpenSearch, elasticsearch",
        "'Go, gRPC', hellofresh",
        "Golang, hellofresh",
        "'Python, Django', health+json",
        "COBOL, health+json",
    })
    void whatATechnologyAnswersIsReadAsItsFormat(String technology, String format) {
        for (Condition.State state : Condition.State.values()) {
            BodyHealth health = read(format(technology), report(state));

            assertThat(health.format()).as(state.name()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReadAsItIs(Format format) {
        for (Condition.State state : Condition.State.values()) {
            assertThat(said(read(format, report(state)))).as(state.name()).isEqualTo(meant(state));
            assertThat(said(read(format, new Report("orders", state, List.of()))))
                    .as(state.name())
                    .isEqualTo(meant(state));
        }
    }

    @Test
    void aPartThatFailsIsNamed() {
        for (Format format : List.of(Format.NEST, Format.GO, Format.DROPWIZARD, Format.SPRING_BOOT)) {
            assertThat(read(format, report(Condition.State.FAILED)).components())
                    .filteredOn(part -> part.health() == Health.DOWN)
                    .extracting(ComponentHealth::name)
                    .contains("db");
        }
    }

    private static Health meant(Condition.State state) {
        return switch (state) {
            case WELL -> Health.UP;
            case LIMPING -> Health.DEGRADED;
            case FAILED -> Health.DOWN;
        };
    }

    /// As a probe takes it: parts that are bad under a whole that is up make it degraded.
    private static Health said(BodyHealth health) {
        return health.says() == Health.UP && !health.badParts().isEmpty() ? Health.DEGRADED : health.says();
    }

    private static Report report(Condition.State state) {
        boolean isWell = state == Condition.State.WELL;
        return new Report(
                "orders",
                state,
                List.of(
                        new Report.Part("db", DependencyKind.DATA, isWell, isWell ? "" : "connection refused"),
                        new Report.Part("users", DependencyKind.SYNC, true, "")));
    }

    private static Format format(String technology) {
        SourceLocation here = new SourceLocation("test.yaml", 1, 1);
        return Format.of(Service.builder("orders", here).technology(technology).build());
    }

    private static BodyHealth read(Format format, Report report) {
        return ((BodyReading.Said) BodyReader.read(format.answer(report).body(), "", true)).health();
    }
}
