package dev.orrery.probe;

import dev.orrery.health.Observation;
import java.util.List;

/// What a [Prober] has to say since its last report.
///
/// @param answers in order of time; several of one check are possible
/// @param gaps that have ended
/// @param observer how well this computer can see now
public record Report(List<Observation> answers, List<Gap> gaps, ObserverState observer) {
    public Report {
        answers = List.copyOf(answers);
        gaps = List.copyOf(gaps);
    }
}
