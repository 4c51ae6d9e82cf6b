package dev.orrery.session;

import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.ShortestPaths;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looking at a neighbourhood, and for a path.
final class InquiryUpdate {
    private InquiryUpdate() {}

    /// Looks at what is selected, or no longer where that is looked at already.
    static Next focus(Session session) {
        NodeId selected = session.selected();
        if (session.inquiry() instanceof Inquiry.Focus focus) {
            return selected == null || selected.equals(focus.node())
                    ? end(session)
                    : Next.of(session.withInquiry(new Inquiry.Focus(selected, focus.hops())));
        }
        return Next.of(selected == null ? session : session.withInquiry(new Inquiry.Focus(selected, 1)));
    }

    static Next hops(Session session, int hops) {
        return Next.of(
                session.inquiry() instanceof Inquiry.Focus(NodeId node, int _)
                        ? session.withInquiry(new Inquiry.Focus(node, Math.clamp(hops, 1, Neighbourhood.MOST_HOPS)))
                        : session);
    }

    static Next askPath(Session session) {
        NodeId selected = session.selected();
        return Next.of(selected == null ? session : session.withInquiry(new Inquiry.PathFrom(selected)));
    }

    static Next path(Session session, NodeId from, NodeId to) {
        Opened opened = session.opened();
        return Next.of(
                opened == null || from.equals(to)
                        ? session
                        : session.withInquiry(between(opened.pictured(), opened.graph(), from, to)));
    }

    /// The next of the shortest paths; after the last comes the first.
    static Next nextPath(Session session) {
        return Next.of(
                session.inquiry() instanceof Inquiry.Path path
                                && path.paths().ways().size() > 1
                        ? session.withInquiry(new Inquiry.Path(
                                path.from(),
                                path.to(),
                                path.paths(),
                                path.back(),
                                (path.at() + 1) % path.paths().ways().size()))
                        : session);
    }

    static Next end(Session session) {
        return Next.of(session.inquiry() instanceof Inquiry.None ? session : session.withInquiry(Inquiry.NONE));
    }

    /// Something else was selected: while a path waits for its other end, that is it.
    static Session selected(Session session) {
        NodeId selected = session.selected();
        return session.inquiry() instanceof Inquiry.PathFrom(NodeId from) && selected != null && !selected.equals(from)
                ? path(session, from, selected).session()
                : session;
    }

    /// What was open was read again. What is gone is not looked at any more.
    static Inquiry over(Inquiry inquiry, @Nullable Opened next) {
        if (next == null) {
            return Inquiry.NONE;
        }
        Topology topology = next.pictured();
        return switch (inquiry) {
            case Inquiry.None none -> none;
            case Inquiry.Focus focus -> isThere(topology, focus.node()) ? focus : Inquiry.NONE;
            case Inquiry.PathFrom start -> isThere(topology, start.from()) ? start : Inquiry.NONE;
            case Inquiry.OfFinding chosen -> FindingUpdate.over(chosen, next);
            case Inquiry.Path path ->
                isThere(topology, path.from()) && isThere(topology, path.to())
                        ? between(topology, next.graph(), path.from(), path.to())
                        : Inquiry.NONE;
        };
    }

    private static Inquiry between(Topology topology, ServiceGraph graph, NodeId from, NodeId to) {
        List<String> one = members(topology, from);
        List<String> other = members(topology, to);
        ShortestPaths there = ShortestPaths.between(graph, one, other);
        if (!there.isNone()) {
            return new Inquiry.Path(from, to, there, false, 0);
        }
        return new Inquiry.Path(from, to, ShortestPaths.between(graph, other, one), true, 0);
    }

    private static List<String> members(Topology topology, NodeId node) {
        return switch (node.of()) {
            case SERVICE, MISSING -> List.of(node.id());
            case BOUNDARY ->
                topology.services().stream()
                        .filter(service -> topology.enclosing(service.boundary()).stream()
                                .map(Boundary::id)
                                .anyMatch(node.id()::equals))
                        .map(Service::id)
                        .toList();
        };
    }

    private static boolean isThere(Topology topology, NodeId node) {
        return switch (node.of()) {
            case SERVICE -> topology.service(node.id()).isPresent();
            case BOUNDARY -> topology.boundary(node.id()).isPresent();
            case MISSING ->
                topology.dependencies().stream()
                        .anyMatch(dependency -> dependency.to().equals(node.id()));
        };
    }
}
