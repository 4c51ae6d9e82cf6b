package dev.orrery.session;

import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Hit;
import dev.orrery.scenario.Measures;
import dev.orrery.scenario.Outcome;
import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;

/// What a what-if comes to, in words.
public final class WhatIfWords {
    private static final int LONGEST = 80;

    private WhatIfWords() {}

    /// One of the figures before and after.
    public record Figure(String name, int before, int after) {
        public boolean isChanged() {
            return before != after;
        }
    }

    /// As in `payments down: 3 hit for certain, 1 possibly.`
    public static String sentence(Excursion.WhatIf whatIf, Scenario scenario) {
        Outcome outcome = whatIf.outcome();
        List<String> parts = new ArrayList<>();
        if (scenario.edits().isEmpty() && scenario.faults().isEmpty()) {
            parts.add(Messages.of("what-if.empty"));
        }
        if (!scenario.edits().isEmpty()) {
            parts.add(Messages.of(
                    scenario.edits().size() == 1 ? "what-if.edits.one" : "what-if.edits",
                    Integer.toString(scenario.edits().size())));
        }
        if (!outcome.faults().isEmpty()) {
            parts.add(faults(outcome));
        }
        return String.join(" ", parts);
    }

    private static String faults(Outcome outcome) {
        List<String> names = outcome.faults().stream()
                .map(fault -> Messages.of(
                        fault instanceof AssumedFault.Down ? "what-if.is-down" : "what-if.is-slow",
                        outcome.after().nameOf(fault.service())))
                .toList();
        String who = Untrusted.oneLine(String.join(", ", names), LONGEST);
        long certain = outcome.hits().stream().filter(Hit::isCertain).count();
        long possible = outcome.hits().size() - certain;
        if (certain + possible == 0) {
            return Messages.of("what-if.nobody", who);
        }
        List<String> reach = new ArrayList<>();
        if (certain > 0) {
            reach.add(Messages.of("what-if.certain", Long.toString(certain)));
        }
        if (possible > 0) {
            reach.add(Messages.of("what-if.possible", Long.toString(possible)));
        }
        return Messages.of("what-if.hits", who, String.join(", ", reach));
    }

    /// All of them, in a fixed order.
    public static List<Figure> figures(Outcome outcome) {
        Measures before = outcome.figuresBefore();
        Measures after = outcome.figuresAfter();
        return List.of(
                figure("services", before.services(), after.services()),
                figure("dependencies", before.dependencies(), after.dependencies()),
                figure("teams", before.teams(), after.teams()),
                figure("cycles", before.cycles(), after.cycles()),
                figure(
                        "inside",
                        before.boundaries().inside(),
                        after.boundaries().inside()),
                figure("sync", before.boundaries().sync(), after.boundaries().sync()),
                figure("async", before.boundaries().async(), after.boundaries().async()),
                figure("data", before.boundaries().data(), after.boundaries().data()),
                figure(
                        "shared",
                        before.boundaries().shared(),
                        after.boundaries().shared()));
    }

    private static Figure figure(String key, int before, int after) {
        return new Figure(Messages.of("what-if.figure." + key), before, after);
    }
}
