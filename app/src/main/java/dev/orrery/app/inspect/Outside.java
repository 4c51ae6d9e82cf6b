package dev.orrery.app.inspect;

import dev.orrery.app.action.Performer;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.topology.Pair;
import java.net.URI;
import java.util.function.Consumer;

/// Whom the inspector tells what the user wants.
///
/// @param actions takes actions on the session
/// @param go selects a thing and brings it onto the screen
/// @param browse opens a link, `http` or `https` only
/// @param copy puts text on the clipboard
/// @param days reads the history
/// @param performer does what the table of actions says
/// @param annotate asks how a service is to need another
/// @param retarget asks what a service is to need in the place of another
public record Outside(
        Consumer<Action> actions,
        Consumer<NodeId> go,
        Consumer<URI> browse,
        Consumer<String> copy,
        Days days,
        Performer performer,
        Consumer<Pair> annotate,
        Consumer<Pair> retarget) {}
