package dev.orrery.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a `dns` check says of a name.
class DnsProbeTest {
    private static final String URL = "dns://shop.example";

    private final List<String> asked = new ArrayList<>();

    @Test
    void passesWhereTheNameHasAddressesAndShowsTheFirstOfThem() {
        List<InetAddress> six = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> InetAddress.ofLiteral("10.0.0." + i))
                .toList();

        Observation answer = ask(URL, host -> six, trust(URL));

        expect(answer, Verdict.PASS, "name-found");
        assertThat(answer.reason().text())
                .isEqualTo("The name shop.example leads to 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4");
        assertThat(asked).containsExactly("shop.example");
    }

    @Test
    void failsWhereTheNameDoesNotExist() {
        Observation answer = ask(
                URL,
                host -> {
                    throw new UnknownHostException(host);
                },
                trust(URL));

        expect(answer, Verdict.FAIL, "nxdomain");
        assertThat(answer.reason().arguments()).containsExactly("shop.example");
    }

    @Test
    void saysNothingOfTheNameWhereNobodyCouldBeAsked() {
        Observation answer = ask(
                URL,
                host -> {
                    throw new NameLookup.Silent(host);
                },
                trust(URL));

        expect(answer, Verdict.GAP, "resolver-silent");
    }

    @Test
    void showsWhereANameLeadsWithoutGoingThere() {
        Observation answer = ask(URL, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), trust(URL));

        expect(answer, Verdict.PASS, "name-found");
        assertThat(answer.reason().text()).contains("127.0.0.1");
    }

    @Test
    void asksNobodyForANameThatIsNotAllowed() {
        Observation answer = ask(URL, host -> List.of(InetAddress.ofLiteral("10.0.0.1")), Trust.NONE);

        expect(answer, Verdict.GAP, "origin-not-allowed");
        assertThat(asked).isEmpty();
    }

    private static void expect(Observation answer, Verdict verdict, String code) {
        assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
        assertThat(answer.verdict()).isEqualTo(verdict);
    }

    private static Trust trust(String url) {
        return Trust.of(List.of(Origin.of(url).orElseThrow()));
    }

    private Observation ask(String url, NameLookup lookup, Trust trust) {
        HealthCheck check = new HealthCheck(
                url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, SourceLocation.startOf("shop.yaml"));
        NameLookup counting = host -> {
            asked.add(host);
            return lookup.addresses(host);
        };
        return new DnsProbe(() -> trust, counting, InstantSource.system())
                .ask(new ProbeTarget(new CheckId("shop", 0), check));
    }
}
