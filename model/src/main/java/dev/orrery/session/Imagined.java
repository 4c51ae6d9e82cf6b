package dev.orrery.session;

import dev.orrery.comparison.Union;
import dev.orrery.scenario.Outcome;
import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;

/// What came of trying a scenario.
///
/// @param opened what is open, with the topology of the scenario
/// @param changes from the topology as it is
public record Imagined(Opened opened, Outcome outcome, Union changes) {

    /// Tries what an effect asks for. Where there is much of it, this takes as long as reading it.
    public static Action.Result answer(Effect.Imagine effect) {
        Scenario scenario = effect.scenario();
        return switch (scenario.on(effect.home().topology())) {
            case Scenario.Tried.Shown(Outcome outcome) ->
                new Action.ScenarioTried(
                        effect.serial(),
                        new Imagined(
                                effect.home().imagining(outcome.after(), true),
                                outcome,
                                Union.of(outcome.comparison())));
            case Scenario.Tried.Refused refused ->
                new Action.ChangeRefused(
                        effect.serial(),
                        Messages.of("what-if.refused", refused.refusal().message()));
        };
    }
}
