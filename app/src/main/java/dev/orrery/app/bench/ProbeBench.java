package dev.orrery.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What asking very many endpoints again and again takes, and how late they are asked, beside Prometheus with its
/// blackbox exporter on the same endpoints where both are installed.
public final class ProbeBench {
    private static final long SEED = 20_26;

    private ProbeBench() {}

    /// @param quick fewer endpoints and probes a second, within a minute: a busy machine can do that, too
    public static Report run(boolean quick) throws IOException, InterruptedException {
        Report.Draft draft = new Report.Draft();
        try (LocalFleet fleet = LocalFleet.start()) {
            if (!fleet.hasAddresses()) {
                draft.skip("all", "only one address of the network 127 is this computer here");
                return draft.report("probe", SEED);
            }
            Duration span = Duration.ofSeconds(quick ? 6 : 60);
            for (ProbeCase one : cases(quick)) {
                if (one.muteEvery() > 0 && !fleet.canBeSilent()) {
                    draft.skip(one.name(), "a full port drops nothing here");
                } else {
                    new ProbeRun(one, span).run(fleet, SEED, draft);
                }
            }
            PrometheusRun.run(cases(quick).getFirst(), span, fleet, draft);
        }
        return draft.report("probe", SEED);
    }

    private static List<ProbeCase> cases(boolean quick) {
        int endpoints = quick ? 1_000 : 10_000;
        Duration often = Duration.ofSeconds(quick ? 5 : 10);
        Duration seldom = Duration.ofSeconds(quick ? 6 : 30);
        return List.of(
                new ProbeCase("all answer", endpoints, often, 0),
                new ProbeCase("one in ten drops connections", endpoints, often, 10),
                new ProbeCase("all drop connections", endpoints, seldom, 1));
    }
}
