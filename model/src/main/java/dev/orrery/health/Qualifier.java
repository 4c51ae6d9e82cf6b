package dev.orrery.health;

import dev.orrery.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// How what was observed is to be taken. It never changes what was observed.
public sealed interface Qualifier {
    /// The kinds that a check has by itself, in the order in which they are told.
    List<Class<? extends Qualifier>> OF_A_CHECK =
            List.of(Suspect.class, Recovering.class, Flapping.class, Stale.class, Missed.class);

    /// Its kind as a word in answers, as in `suspect`.
    default String word() {
        return switch (this) {
            case Suspect _ -> "suspect";
            case Recovering _ -> "recovering";
            case Flapping _ -> "flapping";
            case Stale _ -> "stale";
            case Missed _ -> "missed";
            case Acknowledged _ -> "acknowledged";
            case InMaintenance _ -> "maintenance";
            case Impaired _ -> "impaired";
        };
    }

    /// In words, as in `2 of 3 answers towards down`.
    ///
    /// @param zone in which times of day are told
    /// @param now a time on another day is told with its date
    default String text(ZoneId zone, Instant now) {
        return switch (this) {
            case Suspect(int run, int of, Health towards) ->
                Messages.of("qualifier.suspect", counted(run), counted(of), Messages.of(towards.messageKey()));
            case Recovering(int run, int of, Health towards) ->
                Messages.of("qualifier.recovering", counted(run), counted(of), Messages.of(towards.messageKey()));
            case Stale() -> Messages.of("qualifier.stale");
            case Missed(Reason why) -> Messages.of("qualifier.missed", why.text());
            case Flapping(int percent, Health worst) ->
                Messages.of("qualifier.flapping", counted(percent), Messages.of(worst.messageKey()));
            case Acknowledged(Instant until, String note) ->
                noted(Messages.of("qualifier.acknowledged", Clock.words(until, now, zone)), note);
            case InMaintenance(Instant until, String note) ->
                noted(Messages.of("qualifier.maintenance", Clock.words(until, now, zone)), note);
            case Impaired(SortedSet<String> by) -> Messages.of("qualifier.impaired", String.join(", ", by));
        };
    }

    /// Answers to the worse came, too few to believe them: `run` of `of`.
    record Suspect(int run, int of, Health towards) implements Qualifier {}

    /// Better answers came, too few to believe them: `run` of `of`.
    record Recovering(int run, int of, Health towards) implements Qualifier {}

    /// No answer came for one and a half intervals, or this computer was asleep since.
    record Stale() implements Qualifier {}

    /// The newest probe gave no answer, for a fault on this side.
    record Missed(Reason why) implements Qualifier {}

    /// @param percent the weighted share of changes among the newest answers
    /// @param worst that was said meanwhile
    record Flapping(int percent, Health worst) implements Qualifier {}

    /// Somebody has seen it and looks after it.
    ///
    /// @param note why, or who; may be empty
    record Acknowledged(Instant until, String note) implements Qualifier {}

    /// It is being worked on, so failures are no surprise.
    ///
    /// @param note why, or who; may be empty
    record InMaintenance(Instant until, String note) implements Qualifier {}

    /// It is not well, and all that it needs and that is not well leads to services in maintenance.
    ///
    /// @param by ids of those
    record Impaired(SortedSet<String> by) implements Qualifier {
        public Impaired {
            by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
        }
    }

    /// Those that a check has by itself, in the order above.
    static List<Qualifier> of(CheckHealth check, HealthPolicy policy) {
        List<Qualifier> found = new ArrayList<>();
        if (check.isSuspect()) {
            found.add(new Suspect(check.run(), policy.needed(check), check.towards()));
        }
        if (check.isRecovering()) {
            found.add(new Recovering(check.run(), policy.needed(check), check.towards()));
        }
        if (check.stale()) {
            found.add(new Stale());
        }
        if (check.gap() != null) {
            found.add(new Missed(check.gap()));
        }
        if (check.flaps().flapping()) {
            long percent = Math.round(FlapPolicy.DEFAULT.percent(check.flaps().changes()));
            found.add(new Flapping((int) percent, check.flaps().worst()));
        }
        return List.copyOf(found);
    }

    /// Those of a service: of each kind the first that one of its checks has.
    static List<Qualifier> of(ServiceHealth service, HealthPolicy policy) {
        List<Qualifier> all = service.checks().stream()
                .flatMap(check -> of(check, policy).stream())
                .toList();
        List<Qualifier> firsts = new ArrayList<>();
        for (Class<?> kind : OF_A_CHECK) {
            all.stream().filter(kind::isInstance).findFirst().ifPresent(firsts::add);
        }
        return List.copyOf(firsts);
    }

    private static String counted(int number) {
        return Integer.toString(number);
    }

    private static String noted(String words, String note) {
        return note.isEmpty() ? words : Messages.of("qualifier.noted", words, note);
    }
}
