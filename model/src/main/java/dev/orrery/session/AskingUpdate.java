package dev.orrery.session;

import dev.orrery.health.Attention;
import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Pace;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.topology.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is asked: where, with whose leave, and how often.
final class AskingUpdate {
    private AskingUpdate() {}

    /// The session when `now` is what is open, with health only of what is still asked alike.
    ///
    /// @param before what was open before, if that was the same elsewhere or an older text of it; else null
    static Session goOver(Session session, @Nullable Opened before, Opened now) {
        long epoch = session.epoch() + 1;
        Session there = considered(session.withOpened(now).withEpoch(epoch));
        if (before == null) {
            return there.withBoard(HealthBoard.of(now.topology(), epoch));
        }
        boolean elsewhere = !Objects.equals(before.environmentName(), now.environmentName());
        if (elsewhere) {
            // What people said was of services there.
            there = there.withAttention(Attention.NONE);
        }
        if (elsewhere && there.watching() instanceof Watching.NeedsLeave) {
            // Where leave is still to be given, nothing that was heard elsewhere says anything.
            return there.withBoard(HealthBoard.of(now.topology(), epoch));
        }
        HealthBoard board = session.board().carriedOver(before.topology(), now.topology(), epoch);
        return there.withBoard(
                elsewhere ? board.restarted(sending(now, there.missing().secrets()), epoch) : board);
    }

    /// Goes over to another environment. The picture stays as it is.
    static Next switchTo(Session session, @Nullable String environment) {
        Opened opened = session.opened();
        if (opened == null || Objects.equals(environment, opened.environmentName())) {
            return Next.of(session);
        }
        Optional<Environment> named =
                environment == null ? Optional.empty() : opened.loaded().environment(environment);
        if (environment != null && named.isEmpty()) {
            return Next.of(session);
        }
        Session there = goOver(session, opened, opened.in(named.orElse(null)));
        List<Effect> effects = new ArrayList<>(ask(there));
        effects.add(new Effect.KeepEnvironment(opened.paths(), environment));
        effects.add(AttentionUpdate.recall(Objects.requireNonNull(there.opened())));
        return new Next(there, effects).then(CallsUpdate::followed);
    }

    static Next allow(Session session, Trust more) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        String environment = opened.environmentName();
        Effect keep = new Effect.KeepTrust(opened.loaded().root(), environment, more);
        long epoch = session.epoch() + 1;
        Session allowed = considered(
                session.withTrusts(session.trusts().and(environment, more)).withEpoch(epoch));
        // That they were not asked for want of a secret is no answer of theirs.
        Session fresh = allowed.withBoard(allowed.board().restarted(sending(opened, more.secrets()), epoch));
        List<Effect> effects = new ArrayList<>(List.of(keep));
        effects.addAll(ask(fresh));
        return new Next(fresh, effects);
    }

    static Next setPace(Session session, Pace pace) {
        Session paced = session.withPolicy(session.policy().withPace(pace));
        return session.watching() instanceof Watching.On ? new Next(paced, ask(paced)) : Next.of(paced);
    }

    static Next togglePause(Session session) {
        return switch (session.watching()) {
            case Watching.On() -> {
                Session paused = session.withWatching(new Watching.Paused());
                yield new Next(paused, ask(paused));
            }
            case Watching.Paused() -> {
                // What is open may have changed since.
                Session on = session.withWatching(new Watching.On());
                yield new Next(on, ask(on));
            }
            case Watching.NothingToAsk(), Watching.NeedsLeave() -> Next.of(session);
        };
    }

    /// What has to be done so that those are asked who are to be, and where there are servers that keep measurements,
    /// these of who calls whom.
    static List<Effect> ask(Session session) {
        Opened opened = session.opened();
        if (opened == null || !(session.watching() instanceof Watching.On)) {
            return List.of(new Effect.PauseProbing());
        }
        ProbePlan plan = ProbePlan.of(opened.topology(), session.policy(), session.epoch());
        Effect probe = new Effect.Probe(plan, session.trust());
        boolean isMeasured = plan.targets().stream()
                .anyMatch(target -> target.check().request().measured() != null);
        return isMeasured ? List.of(probe, new Effect.WatchCalls(session.epoch(), opened.written())) : List.of(probe);
    }

    /// With what is missing, and whether anything is asked. A secret that is missing keeps nobody else from being
    /// asked.
    private static Session considered(Session session) {
        Opened opened = Objects.requireNonNull(session.opened());
        Trust wanted = opened.wanted();
        Trust missing = session.trust().missing(wanted);
        Session judged = session.withMissing(missing);
        if (wanted.origins().isEmpty()) {
            return judged.withWatching(new Watching.NothingToAsk());
        }
        if (!missing.origins().isEmpty()) {
            return judged.withWatching(new Watching.NeedsLeave());
        }
        return session.watching() instanceof Watching.Paused ? judged : judged.withWatching(new Watching.On());
    }

    private static List<CheckId> sending(Opened opened, Set<SecretUse> secrets) {
        List<CheckId> checks = new ArrayList<>();
        if (!secrets.isEmpty()) {
            for (ProbeTarget target : ProbeTarget.of(opened.topology())) {
                if (target.secretUses().stream().anyMatch(secrets::contains)) {
                    checks.add(target.id());
                }
            }
        }
        return checks;
    }
}
