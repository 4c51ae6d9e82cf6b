package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Observer.Asked;
import dev.orrery.probe.Observer.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObserverTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Zone VPN = new Zone("10.20.0.0/16");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Map<Zone, Watch.Size> sizes = new HashMap<>();
    private final Observer observer = new Observer(zone -> sizes.getOrDefault(zone, new Watch.Size(0, 0)));

    @Test
    void countsASilenceAtOnceWhereOthersAnsweredMeanwhile() {
        sized(VPN, 1000, 1000);
        hear(VPN, 2, 1.0, 1.1, "ok");

        Findings findings = hear(VPN, 1, 0.9, 3.9, "connect-timeout");

        assertThat(verdicts(findings)).containsExactly("1 FAIL");
        assertThat(findings.doubted()).isEmpty();
    }

    @Test
    void holdsASilenceBackUntilAnotherAnswers() {
        sized(VPN, 1000, 1000);
        hear(VPN, 2, 1.0, 1.1, "ok");

        Findings held = hear(VPN, 1, 2.0, 5.0, "connect-timeout");
        assertThat(held.answers()).isEmpty();
        assertThat(held.doubted()).containsExactly(VPN);

        assertThat(verdicts(hear(VPN, 3, 1.5, 5.1, "ok"))).containsExactly("3 PASS");
        assertThat(verdicts(hear(VPN, 4, 5.0, 5.2, "ok"))).containsExactly("4 PASS", "1 FAIL");
    }

    @Test
    void asksForOthersOnceWhileItDoubts() {
        sized(VPN, 1000, 1000);

        assertThat(hear(VPN, 1, 2.0, 5.0, "connect-timeout").doubted()).containsExactly(VPN);
        assertThat(hear(VPN, 2, 2.0, 5.0, "connect-timeout").doubted()).isEmpty();
    }

    @Test
    void countsWhatStaysUnclear() {
        sized(VPN, 5, 5);
        hear(VPN, 1, 0, 3, "connect-timeout");
        hear(VPN, 1, 5, 8, "connect-timeout");

        assertThat(verdicts(observer.after(at(12.9)))).isEmpty();
        assertThat(verdicts(observer.after(at(13)))).containsExactly("1 FAIL");
        assertThat(verdicts(observer.after(at(18)))).containsExactly("1 FAIL");
    }

    @Test
    void losesAZoneWhereMostFallSilent() {
        sized(VPN, 1000, 1000);
        hear(VPN, 999, 0, 0.1, "ok");
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            given.addAll(verdicts(hear(VPN, i, 1, 4, "connect-timeout")));
        }
        assertThat(given).isEmpty();
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());

        Findings findings = hear(VPN, 15, 1, 4, "connect-timeout");

        assertThat(findings.lost()).containsExactly(VPN, Zone.WORLD);
        assertThat(findings.answers()).hasSize(16).allMatch(answer -> answer.verdict() == Verdict.GAP);
        assertThat(observer.state()).isEqualTo(new ObserverState.Offline(at(1)));
        assertThat(findings.answers().getFirst().reason().text())
                .isEqualTo("Not judged: 10.20.0.0/16 cannot be reached from this computer");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 4", "5, 4", "10, 8", "20, 16", "10000, 16"})
    void needsMostOfASmallZoneAndEnoughOfALargeOne(int size, int needed) {
        sized(VPN, size, size);
        for (int i = 0; i < needed - 1; i++) {
            assertThat(hear(VPN, i, 0, 3, "connect-timeout").lost()).isEmpty();
        }
        assertThat(hear(VPN, needed, 0, 3, "connect-timeout").lost()).contains(VPN);
    }

    @Test
    void losesNoZoneOfOneHost() {
        sized(VPN, 50, 1);
        for (int i = 0; i < 50; i++) {
            Asked asked = new Asked(id(i), VPN, "gateway", Health.UP, at(0));
            assertThat(observer.take(asked, answer(i, 3, "", Verdict.FAIL, "connect-timeout"))
                            .answers())
                    .hasSize(1);
        }
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
    }

    @Test
    void losesOneZoneWhileAnotherAnswers() {
        sized(VPN, 20, 20);
        sized(Zone.PUBLIC, 20, 20);
        for (int i = 0; i < 16; i++) {
            hear(Zone.PUBLIC, 100 + i, i, i + 0.1, "ok");
            hear(VPN, i, i, i + 0.1, "nxdomain");
        }

        assertThat(observer.isLost(VPN)).isTrue();
        assertThat(observer.isLost(Zone.PUBLIC)).isFalse();
        assertThat(observer.state().text())
                .isEqualTo("10.20.0.0/16 cannot be reached from this computer. Its services are not judged.");
    }

    @Test
    void judgesARealOutageInWhichSomeStillRefuse() {
        sized(VPN, 40, 40);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            given.addAll(verdicts(hear(VPN, i, 0, 3 + i / 100.0, "connect-timeout")));
            given.addAll(verdicts(hear(VPN, 100 + i, 0, 3 + i / 100.0, "refused")));
        }
        given.addAll(verdicts(observer.after(at(14))));

        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
        assertThat(given).hasSize(40).allMatch(one -> one.endsWith("FAIL"));
    }

    @Test
    void judgesOneWhoReallyFailsWhileAllOthersAreCutOff() {
        sized(VPN, 1000, 1000);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            given.addAll(verdicts(hear(VPN, i, 1, 4 + i / 100.0, "connect-timeout")));
            if (i % 20 == 0) {
                given.addAll(verdicts(hear(VPN, 999, 2 + i / 100.0, 4 + i / 100.0, "status-5xx")));
            }
        }

        assertThat(observer.isLost(VPN)).isTrue();
        assertThat(given)
                .filteredOn(one -> one.endsWith("FAIL"))
                .containsOnly("999 FAIL")
                .hasSize(3);
        assertThat(given).filteredOn(one -> one.endsWith("GAP")).hasSize(50);
    }

    @Test
    void judgesNothingThatWasUnderWayWhileTheZoneWasLost() {
        lose(VPN);

        assertThat(verdicts(hear(VPN, 30, 2, 8, "timeout"))).containsExactly("30 GAP");
        assertThat(verdicts(hear(VPN, 31, 2, 8, "connect-timeout"))).containsExactly("31 GAP");
        hear(VPN, 32, 9, 9.1, "ok");
        assertThat(observer.isLost(VPN)).isFalse();
        assertThat(verdicts(hear(VPN, 33, 8, 11, "connect-timeout"))).containsExactly("33 GAP");
        assertThat(verdicts(hear(VPN, 34, 9, 12, "connect-timeout"))).containsExactly("34 FAIL");
    }

    @Test
    void findsAZoneAgainWithTheTimeForWhichNothingIsKnown() {
        lose(VPN);
        assertThat(hear(VPN, 30, 0.5, 5, "ok").found()).isEmpty();

        Findings findings = hear(VPN, 31, 20, 20.5, "ok");

        assertThat(findings.found())
                .containsExactly(new Gap(Zone.WORLD, at(1), at(20.5), Observer.zoneOffline(Zone.WORLD)));
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
    }

    @Test
    void findsAZoneAgainByBadAnswersOfSeveral() {
        lose(VPN);

        hear(VPN, 30, 20, 20.1, "status-5xx");
        hear(VPN, 30, 22, 22.1, "status-5xx");
        assertThat(observer.isLost(VPN)).isTrue();
        hear(VPN, 31, 22, 22.1, "status-5xx");
        assertThat(observer.isLost(VPN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-route", "resolver-silent"})
    void knowsFaultsOfThisSideEvenBeforeAnythingAnswered(String code) {
        sized(VPN, 3, 3);
        for (int i = 0; i < 3; i++) {
            Asked asked = new Asked(id(i), VPN, "host-" + i, Health.PENDING, at(0));
            assertThat(observer.take(asked, answer(i, 0.1, "", Verdict.GAP, code))
                            .answers())
                    .extracting(Observation::verdict)
                    .containsExactly(Verdict.GAP);
        }

        assertThat(observer.state()).isInstanceOf(ObserverState.Offline.class);
    }

    @Test
    void saysDownOfHostsThatNeverAnswered() {
        sized(VPN, 30, 30);
        for (int i = 0; i < 30; i++) {
            Asked asked = new Asked(id(i), VPN, "host-" + i, Health.PENDING, at(0));
            assertThat(observer.take(asked, answer(i, 3, "", Verdict.FAIL, "nxdomain"))
                            .answers())
                    .extracting(Observation::verdict)
                    .containsExactly(Verdict.FAIL);
        }
    }

    @Test
    void asksTheWorldWhereAZoneIsTooSmallToTell() {
        sized(VPN, 1, 1);
        sized(Zone.PUBLIC, 1, 1);
        sized(new Zone("corp"), 2, 2);
        sizes.put(Zone.WORLD, new Watch.Size(4, 4));

        assertThat(hear(VPN, 1, 1, 4, "connect-timeout").answers()).isEmpty();
        assertThat(verdicts(hear(Zone.PUBLIC, 2, 2, 4, "ok"))).containsExactly("2 PASS", "1 FAIL");

        hear(VPN, 1, 5, 8, "connect-timeout");
        hear(Zone.PUBLIC, 2, 5, 8, "connect-timeout");
        hear(new Zone("corp"), 3, 5, 8, "connect-timeout");
        Findings all = hear(new Zone("corp"), 4, 5, 8, "connect-timeout");
        assertThat(all.answers()).hasSize(4).allMatch(answer -> answer.verdict() == Verdict.GAP);
        assertThat(observer.state()).isEqualTo(new ObserverState.Offline(at(5)));
    }

    @Test
    void judgesThisComputerWhateverBecomesOfTheWorld() {
        lose(VPN);
        sized(Zone.THIS_COMPUTER, 5, 1);

        assertThat(verdicts(hear(Zone.THIS_COMPUTER, 50, 5, 8, "connect-timeout")))
                .containsExactly("50 FAIL");
        assertThat(verdicts(hear(Zone.THIS_COMPUTER, 50, 9, 9.1, "ok"))).containsExactly("50 PASS");
        assertThat(observer.isLost(VPN)).isTrue();
    }

    @Test
    void givesHeldAnswersInTheirOrder() {
        sized(VPN, 1000, 1000);
        hear(VPN, 1, 0, 3, "connect-timeout");
        hear(VPN, 1, 5, 8, "connect-timeout");

        assertThat(verdicts(hear(VPN, 1, 9, 9.1, "ok"))).containsExactly("1 FAIL", "1 FAIL", "1 PASS");
    }

    @Test
    void forgetsWhatIsNotAskedAnyMore() {
        sized(VPN, 1000, 1000);
        hear(VPN, 1, 0, 3, "connect-timeout");

        observer.forget(id(1)::equals);

        assertThat(observer.after(at(60))).isEmpty();
    }

    @Test
    void startsAgainAfterSleep() {
        sized(VPN, 3, 3);
        hear(VPN, 1, 0, 3, "connect-timeout");
        hear(VPN, 2, 0, 3, "connect-timeout");

        observer.startAgain();

        assertThat(observer.after(at(60))).isEmpty();
        assertThat(hear(VPN, 3, 61, 64, "connect-timeout").lost()).isEmpty();
    }

    @Test
    void hintsAtAPortalThatAnswersInPlaceOfManyHosts() {
        sized(Zone.PUBLIC, 10, 10);
        hear(Zone.PUBLIC, 1, 0, 0.1, "redirect-elsewhere");
        hear(Zone.PUBLIC, 2, 0, 0.1, "redirect-elsewhere");
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());

        hear(Zone.PUBLIC, 3, 0, 0.2, "redirect-elsewhere");
        assertThat(observer.state().text())
                .isEqualTo("A login page of the network here seems to answer in place of 3 hosts.");

        hear(Zone.PUBLIC, 2, 5, 5.1, "ok");
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
    }

    @Test
    void suspectsNoPortalWhereServicesHaveAlwaysRedirected() {
        sized(Zone.PUBLIC, 10, 10);
        for (int i = 0; i < 5; i++) {
            observer.take(
                    new Asked(id(i), Zone.PUBLIC, "host-" + i, Health.PENDING, at(0)),
                    answer(i, 0.1, "", Verdict.NONE, "redirect-elsewhere"));
            observer.take(
                    new Asked(id(i), Zone.PUBLIC, "host-" + i, Health.UNKNOWN, at(5)),
                    answer(i, 5.1, "", Verdict.NONE, "redirect-elsewhere"));
        }
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
    }

    @Test
    void saysThatThisComputerHasRunOutOfSocketsForAsLongAsItHas() {
        Asked asked = new Asked(id(1), VPN, "host", Health.UP, at(0));
        Findings findings = observer.take(asked, answer(1, 1, "", Verdict.GAP, "too-many-open-files"));

        assertThat(verdicts(findings)).containsExactly("1 GAP");
        assertThat(observer.state()).isEqualTo(new ObserverState.Exhausted(at(1)));
        observer.after(at(31));
        assertThat(observer.state()).isInstanceOf(ObserverState.Exhausted.class);
        observer.after(at(31.1));
        assertThat(observer.state()).isEqualTo(new ObserverState.Online());
    }

    private void lose(Zone zone) {
        sized(zone, 1000, 1000);
        for (int i = 0; i < 16; i++) {
            hear(zone, i, 1, 4, "connect-timeout");
        }
        assertThat(observer.isLost(zone)).isTrue();
    }

    private void sized(Zone zone, int checks, int hosts) {
        sizes.put(zone, new Watch.Size(checks, hosts));
        if (!zone.equals(Zone.THIS_COMPUTER)) {
            sizes.merge(
                    Zone.WORLD,
                    new Watch.Size(checks, hosts),
                    (one, other) -> new Watch.Size(one.checks() + other.checks(), one.hosts() + other.hosts()));
        }
    }

    /// What an answer gives of a service that is up, which has a host of its own.
    private Findings hear(Zone zone, int service, double began, double ended, String code) {
        Verdict verdict = switch (code) {
            case "ok" -> Verdict.PASS;
            case "redirect-elsewhere" -> Verdict.NONE;
            default -> Verdict.FAIL;
        };
        Asked asked = new Asked(id(service), zone, "host-" + service, Health.UP, at(began));
        Observation answer = new Observation(
                id(service),
                at(ended),
                Duration.between(at(began), at(ended)),
                verdict,
                Reason.of(code, "https://portal.example"),
                null,
                null,
                List.of(),
                null);
        return observer.take(asked, answer);
    }

    private static Observation answer(int service, double ended, String body, Verdict verdict, String code) {
        return new Observation(
                id(service), at(ended), TIMEOUT, verdict, Reason.of(code, "x"), null, null, List.of(), body);
    }

    private static CheckId id(int service) {
        return new CheckId(Integer.toString(service), 0);
    }

    private static Instant at(double second) {
        return START.plusMillis(Math.round(second * 1000));
    }

    private static List<String> verdicts(Findings findings) {
        return verdicts(findings.answers());
    }

    private static List<String> verdicts(List<Observation> answers) {
        return answers.stream()
                .map(answer -> answer.check().service() + " " + answer.verdict())
                .toList();
    }
}
