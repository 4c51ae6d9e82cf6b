package dev.orrery.session;

import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what is asked of the picture, and what the answer is.
public final class InquiryWords {
    /// Of a long way, the ends are named and the middle is counted.
    private static final int NAMED = 8;

    private static final int LONGEST = 400;

    private InquiryWords() {}

    /// As in `orders needs stock-db over 2 steps: orders → stock → stock-db`; empty where nothing is asked.
    ///
    /// @param focus the neighbourhood that is looked at; null where none is
    public static String of(Session session, @Nullable FocusPicture focus) {
        Opened opened = session.opened();
        if (opened == null) {
            return "";
        }
        Topology topology = opened.pictured();
        return switch (session.inquiry()) {
            case Inquiry.None _ -> "";
            case Inquiry.Focus(NodeId node, int hops) ->
                focus == null ? "" : focus(focus.near(), name(topology, node), hops);
            case Inquiry.PathFrom(NodeId from) -> Messages.of("inquiry.path-from", name(topology, from));
            case Inquiry.Path path -> path(topology, path);
            case Inquiry.OfFinding(Finding finding) ->
                Untrusted.oneLine(finding.problem().message(), LONGEST);
        };
    }

    private static String focus(Neighbourhood near, String name, int hops) {
        return Messages.of(
                hops == 1 ? "inquiry.focus.one" : "inquiry.focus",
                name,
                Integer.toString(hops),
                Integer.toString(near.dependents()),
                Integer.toString(near.dependencies()));
    }

    private static String path(Topology topology, Inquiry.Path path) {
        String from = name(topology, path.from());
        String to = name(topology, path.to());
        if (path.paths().isNone()) {
            return Messages.of("inquiry.no-path", from, to);
        }
        String found = found(topology, path.back() ? to : from, path.back() ? from : to, path);
        return path.back() ? Messages.of("inquiry.path-back", from, to, found) : found;
    }

    private static String found(Topology topology, String from, String to, Inquiry.Path path) {
        int steps = path.paths().steps();
        String way = steps == 1
                ? Messages.of("inquiry.path.direct", from, to)
                : Messages.of("inquiry.path", from, to, Integer.toString(steps), way(topology, path.way()));
        long count = path.paths().count();
        return count == 1
                ? way
                : Messages.of("inquiry.path.of", way, Integer.toString(path.at() + 1), Long.toString(count));
    }

    private static String way(Topology topology, List<String> ids) {
        List<String> names = new ArrayList<>();
        ids.forEach(id -> names.add(name(topology, NodeId.service(id))));
        if (names.size() > NAMED) {
            int half = NAMED / 2;
            String middle = Messages.of("inquiry.path.middle", Integer.toString(names.size() - 2 * half));
            List<String> shorter = new ArrayList<>(names.subList(0, half));
            shorter.add(middle);
            shorter.addAll(names.subList(names.size() - half, names.size()));
            return String.join(" → ", shorter);
        }
        return String.join(" → ", names);
    }

    private static String name(Topology topology, NodeId node) {
        return Untrusted.oneLine(
                switch (node.of()) {
                    case SERVICE ->
                        topology.service(node.id()).map(Service::name).orElse(node.id());
                    case BOUNDARY ->
                        topology.boundary(node.id()).map(Boundary::name).orElse(node.id());
                    case MISSING -> node.id();
                });
    }
}
