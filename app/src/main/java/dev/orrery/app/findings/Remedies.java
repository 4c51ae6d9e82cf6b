package dev.orrery.app.findings;

import dev.orrery.inspection.Finding;
import dev.orrery.problem.Severity;
import dev.orrery.session.Action;
import dev.orrery.session.Mend;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What may be done about a finding outside the list.
///
/// @param actions takes actions on the session
/// @param mend shows what an edit would change, and makes it
/// @param byHand lets somebody write what is missing
/// @param suppress asks for a reason, and has it told no more
/// @param weigh says how severe all is that a rule finds; empty for off
/// @param freeze keeps what is found now as a baseline
public record Remedies(
        Consumer<Action> actions,
        Consumer<Mend> mend,
        Consumer<Finding> byHand,
        Consumer<Finding> suppress,
        BiConsumer<String, Optional<Severity>> weigh,
        Runnable freeze) {}
