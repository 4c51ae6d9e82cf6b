package dev.orrery.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.TopologyLoader;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.Inspections;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the inspections find in the bundled samples is what their pages promise, and no more.
class SampleFindingsTest {
    @TempDir
    private Path copies;

    @ParameterizedTest
    @ValueSource(strings = {"shop", "petclinic", "online-boutique"})
    void inSomeNothingIsFound(String sample) throws IOException {
        assertThat(found(sample)).isEmpty();
    }

    @Test
    void theThreeStylesOfTheBookingSiteHaveTheirPitfalls() throws IOException {
        assertThat(found("booking-monolith"))
                .containsExactly("shared-store customers nightly-reports payments reservations …");
        assertThat(found("booking-soa"))
                .containsExactly(
                        "long-chain booking-process call-centre payment-provider payment-service …",
                        "shared-store customer-service enterprise-db hotel-service payment-service …",
                        "single-point-of-failure service-bus");
        assertThat(found("booking-microservices"))
                .containsExactly("long-chain booking-api booking-ui payment-provider payments …");
    }

    @Test
    void trainTicketHasLongChainsHubsTwinsAndACircle() throws IOException {
        assertThat(found("train-ticket"))
                .containsExactly(
                        "dependency-cycle ts-seat-service ts-travel-service ts-travel2-service",
                        "fan-out ts-preserve-other-service",
                        "fan-out ts-preserve-service",
                        "hard-to-test ts-food-service",
                        "hard-to-test ts-rebook-service",
                        "hard-to-test ts-travel-plan-service",
                        "long-chain ts-basic-service ts-price-service ts-route-plan-service ts-ticketinfo-service …",
                        "twin-services ts-preserve-other-service ts-preserve-service");
    }

    @Test
    void theOthersTellWhatTheirPagesName() throws IOException {
        assertThat(found("spinnaker")).singleElement().asString().startsWith("long-chain api-caller");
        assertThat(found("streaming")).singleElement().asString().startsWith("long-chain");
        assertThat(found("mixed"))
                .containsExactly(
                        "declared-not-observed hires notices",
                        "declared-not-observed stations workshop",
                        "missing-health-check component:default/pricing-service",
                        "observed-not-declared card-provider payments",
                        "observed-not-declared component:default/pricing-service hires",
                        "observed-not-declared hires postbox",
                        "unneeded-service workshop");
        assertThat(found("catalog").stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "hard-to-test",
                        "hard-to-test",
                        "hard-to-test",
                        "long-chain",
                        "missing-health-check",
                        "missing-health-check",
                        "unneeded-service");
    }

    /// Nobody reads two thousand findings; of a generated topology a few hundred are enough.
    @Test
    void inTwoThousandServicesThereAreFewerFindingsThanServicesByFar() {
        List<Finding> findings = Inspections.inspect(Retailer.topology());

        assertThat(findings.stream()
                        .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()))
                        .values())
                .allSatisfy(count -> assertThat(count).isLessThan(100));
    }

    /// Code and the first subjects of each finding.
    private List<String> found(String id) throws IOException {
        Samples samples = Samples.bundled(null, copies);
        Path path = samples.path(samples.find(id).orElseThrow());
        Topology topology = TopologyLoader.standard().load(List.of(path)).topology();
        return Inspections.inspect(topology).stream()
                .map(finding -> finding.problem().code() + " "
                        + finding.subjects().stream().limit(4).collect(Collectors.joining(" "))
                        + (finding.subjects().size() > 4 ? " …" : ""))
                .sorted()
                .toList();
    }
}
