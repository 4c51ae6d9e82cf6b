package dev.orrery.graph;

import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks for communities in every boundary, and outside all, where a crowd stands side by side. A dependency counts in
/// the innermost boundary that holds both its ends.
final class CommunitySearch {
    /// Of the id of every community; its hub follows, or its two strongest parts' hubs joined by `+`.
    static final String PREFIX = "community:";

    /// Members of a community, as many as one can look at.
    static final int LEAST = 8;
    static final int MOST = 60;
    /// Nearly every community is linked with every other, so that fewer of them can be looked at than services. What is
    /// more is put into communities of communities, about a dozen.
    private static final int MANY = 20;
    private static final int DOZEN = 12;
    private static final int LEAST_INNER = 2;
    private static final int FEW_INNER = 4;
    private static final int MOST_INNER = 16;

    private static final String OUTSIDE = "";

    private final Topology topology;
    /// Around each boundary, the outermost first, itself last.
    private final Map<String, List<String>> paths = new HashMap<>();
    private final SortedMap<String, Crowd> crowds = new TreeMap<>();
    private final Map<NodeId, Integer> numbers = new HashMap<>();

    private final List<Boundary> found = new ArrayList<>();
    private final SortedMap<String, String> ofServices = new TreeMap<>();
    private final SortedMap<String, String> ofBoundaries = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    CommunitySearch(Topology topology) {
        this.topology = topology;
    }

    /// What stands side by side in a boundary, and is too much.
    private record Crowd(List<NodeId> members, Links.Pairs pairs) {}

    Communities communities() {
        topology.boundaries().forEach(boundary -> ids.add(boundary.id()));
        gather();
        link();
        crowds.forEach((scope, crowd) -> split(scope.equals(OUTSIDE) ? null : scope, crowd));
        return new Communities(found, ofServices, ofBoundaries);
    }

    private void gather() {
        SortedMap<String, List<NodeId>> inside = new TreeMap<>();
        Set<String> holding = new HashSet<>();
        for (Service service : topology.services()) {
            List<String> path = path(service.boundary());
            add(inside, path.isEmpty() ? OUTSIDE : path.getLast(), NodeId.service(service.id()));
            for (int depth = path.size() - 1; depth >= 0 && holding.add(path.get(depth)); depth--) {
                add(inside, depth == 0 ? OUTSIDE : path.get(depth - 1), NodeId.boundary(path.get(depth)));
            }
        }
        inside.forEach((scope, members) -> {
            List<NodeId> services = members.stream()
                    .filter(member -> member.of() == NodeId.Of.SERVICE)
                    .toList();
            int boundaries = members.size() - services.size();
            if (boundaries > Communities.MANY_BOUNDARIES) {
                crowds.put(scope, crowd(members));
            } else if (services.size() > Communities.CROWD) {
                crowds.put(scope, crowd(services));
            }
        });
    }

    private Crowd crowd(List<NodeId> inside) {
        List<NodeId> members = inside.stream().sorted().toList();
        for (int number = 0; number < members.size(); number++) {
            numbers.put(members.get(number), number);
        }
        return new Crowd(members, new Links.Pairs());
    }

    private static void add(Map<String, List<NodeId>> inside, String scope, NodeId member) {
        inside.computeIfAbsent(scope, _ -> new ArrayList<>()).add(member);
    }

    private void link() {
        Map<String, List<String>> around =
                HashMap.newHashMap(topology.services().size());
        topology.services().forEach(service -> around.put(service.id(), path(service.boundary())));
        for (Dependency dependency : topology.dependencies()) {
            List<String> from = around.getOrDefault(dependency.from(), List.of());
            List<String> to = around.get(dependency.to());
            if (to == null || !dependency.isWritten() || dependency.from().equals(dependency.to())) {
                continue;
            }
            int common = 0;
            while (common < from.size()
                    && common < to.size()
                    && from.get(common).equals(to.get(common))) {
                common++;
            }
            Crowd crowd = crowds.get(common == 0 ? OUTSIDE : from.get(common - 1));
            Integer one = crowd == null ? null : numbers.get(member(from, common, dependency.from()));
            Integer other = crowd == null ? null : numbers.get(member(to, common, dependency.to()));
            if (crowd != null && one != null && other != null) {
                crowd.pairs().add(one, other, 1);
            }
        }
    }

    private static NodeId member(List<String> path, int depth, String service) {
        return depth < path.size() ? NodeId.boundary(path.get(depth)) : NodeId.service(service);
    }

    private List<String> path(@Nullable String innermost) {
        if (innermost == null) {
            return List.of();
        }
        List<String> known = paths.get(innermost);
        if (known == null) {
            known = topology.enclosing(innermost).reversed().stream()
                    .map(Boundary::id)
                    .toList();
            paths.put(innermost, known);
        }
        return known;
    }

    private void split(@Nullable String scope, Crowd crowd) {
        Links links = crowd.pairs().among(crowd.members().size());
        int[] groups = new Bundling(LEAST, MOST).bundled(links, Grouping.of(links, MOST));
        List<Part> parts = new ArrayList<>();
        for (NodeId member : crowd.members()) {
            parts.add(new Part(member, member));
        }
        List<Part> level = enclosed(parts, groups, links);
        while (level.size() > MANY) {
            links = links.between(groups, level.size());
            int most = Math.clamp((level.size() + DOZEN - 1) / DOZEN, FEW_INNER, MOST_INNER);
            groups = new Bundling(LEAST_INNER, most).bundled(links, Grouping.of(links, most));
            level = enclosed(level, groups, links);
        }
        level.forEach(part -> settle(part, scope));
    }

    /// A member of a crowd, or a community in the making.
    ///
    /// @param hub after which it is named
    /// @param second hub of the next strongest part; null where parts are members
    /// @param linked whether any of it is linked with anything
    private record Part(
            @Nullable NodeId member, NodeId hub, @Nullable NodeId second, boolean linked, List<Part> parts) {
        Part(NodeId member, NodeId hub) {
            this(member, hub, null, true, List.of());
        }
    }

    private static List<Part> enclosed(List<Part> parts, int[] groups, Links links) {
        List<List<Integer>> members = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            while (members.size() <= groups[at]) {
                members.add(new ArrayList<>());
            }
            members.get(groups[at]).add(at);
        }
        Comparator<Integer> strongest = Comparator.<Integer>comparingLong(at -> -links.inside(at, groups))
                .thenComparingLong(at -> -links.degree(at))
                .thenComparing(Comparator.naturalOrder());
        List<Part> enclosed = new ArrayList<>();
        for (List<Integer> group : members) {
            List<Part> inside = group.stream().map(parts::get).toList();
            List<Integer> hubs = group.stream().sorted(strongest).limit(2).toList();
            boolean nested = inside.getFirst().member() == null;
            boolean linked = group.stream().anyMatch(at -> links.degree(at) > 0)
                    || (nested && inside.stream().anyMatch(Part::linked));
            if (nested && inside.size() == 1) {
                enclosed.add(inside.getFirst());
                continue;
            }
            enclosed.add(new Part(
                    null,
                    parts.get(hubs.getFirst()).hub(),
                    nested ? parts.get(hubs.getLast()).hub() : null,
                    linked,
                    inside));
        }
        return enclosed;
    }

    private void settle(Part part, @Nullable String within) {
        NodeId member = part.member();
        if (member != null) {
            if (within != null) {
                (member.of() == NodeId.Of.SERVICE ? ofServices : ofBoundaries).put(member.id(), within);
            }
            return;
        }
        String id = id(part);
        while (!ids.add(id)) {
            id += "'";
        }
        String around = id;
        found.add(Boundary.community(id, name(part), within));
        part.parts().forEach(inner -> settle(inner, around));
    }

    private static String id(Part part) {
        String hubs = part.second() == null
                ? part.hub().id()
                : part.hub().id() + "+" + part.second().id();
        return PREFIX + hubs;
    }

    private String name(Part part) {
        if (!part.linked()) {
            String apart = Messages.of("community.apart");
            return names.add(apart) ? apart : numbered(apart);
        }
        String name = part.second() == null
                ? Messages.of("community.around", name(part.hub()))
                : Messages.of("community.around-two", name(part.hub()), name(part.second()));
        if (names.add(name)) {
            return name;
        }
        String precise = Messages.of("community.precise", name, part.hub().id());
        return names.add(precise) ? precise : numbered(precise);
    }

    private String name(NodeId hub) {
        return hub.of() == NodeId.Of.SERVICE
                ? topology.nameOf(hub.id())
                : topology.boundary(hub.id()).map(Boundary::name).orElse(hub.id());
    }

    private String numbered(String name) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> name + " " + number)
                .filter(names::add)
                .findFirst()
                .orElseThrow();
    }
}
