package dev.orrery.importer.dot;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Follows the statements of a graph. Groups in braces are kept on a stack of our own, so nesting costs no depth of
/// calls; an edge to a group leads to all that the group names.
final class DotGraph {
    private static final String RULE = "dot.edge";
    private static final int MOST_EDGES = 100_000;
    private static final int DEEPEST = 100;
    private static final Set<String> DATABASES = Set.of("cylinder");

    private final TokenStream tokens;
    private final IntFunction<SourceLocation> place;
    private final Consumer<Problem> report;
    private final Draft.Builder draft;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    /// For each open group, how nodes are drawn that say nothing of it.
    private final Deque<String> shapes = new ArrayDeque<>();

    private final Set<String> clusters = new HashSet<>();
    private int edges;
    private boolean saidUndirected;
    private boolean isCut;
    /// Whether an arrow was read last, so that what comes next is its end.
    private boolean joined;

    /// What is known of a node so far.
    private static final class Node {
        private final SourceLocation source;
        private final Map<String, String> attributes = new TreeMap<>();
        private @Nullable String cluster;

        Node(SourceLocation source, String shape) {
            this.source = source;
            attributes.put("shape", shape);
        }
    }

    /// What stands between braces.
    ///
    /// @param cluster id of the boundary that it is; null where it only groups
    /// @param pending what the statement that the group stands in has named before it
    private record Group(
            @Nullable String cluster,
            SourceLocation source,
            Map<String, String> attributes,
            Set<String> names,
            List<Set<String>> pending) {}

    DotGraph(SourceText text, IntFunction<SourceLocation> place, Consumer<Problem> report) {
        this.tokens = new TokenStream(Tokens.of(text.content()));
        this.place = place;
        this.report = report;
        this.draft = Draft.of("dot", text.file());
    }

    Draft read() {
        if (tokens.peek().isKeyword("strict")) {
            tokens.take();
        }
        tokens.take();
        if (tokens.peek().isName()) {
            draft.name(tokens.take().text());
        }
        if (tokens.peek().is("{")) {
            tokens.take();
        }
        groups.push(new Group(null, here(), new TreeMap<>(), new LinkedHashSet<>(), List.of()));
        shapes.push("");
        List<Set<String>> ends = new ArrayList<>();
        while (!groups.isEmpty() && !tokens.peek().isEnd()) {
            ends = statement(ends);
        }
        if (!groups.isEmpty()) {
            if (!isCut) {
                report.accept(Problem.error(
                        "dot-not-closed", place.apply(Math.max(0, tokens.last().start() - 1))));
            }
            groups.forEach(this::close);
        }
        nodes.forEach(this::add);
        return draft.build();
    }

    /// Goes on by one piece of a statement.
    ///
    /// @param ends what the edge statement has named so far, each of its ends one set
    private List<Set<String>> statement(List<Set<String>> ends) {
        Token token = tokens.take();
        if (token.is("}")) {
            Group closed = groups.pop();
            shapes.pop();
            close(closed);
            if (groups.isEmpty()) {
                return new ArrayList<>();
            }
            groups.element().names().addAll(closed.names());
            joined = !closed.pending().isEmpty();
            return end(closed.pending(), closed.names(), token);
        }
        if (token.is("{") || token.isKeyword("subgraph")) {
            if (groups.size() > DEEPEST) {
                leaveOut(token);
                return new ArrayList<>();
            }
            open(token, joined ? ends : List.of());
            joined = false;
            return new ArrayList<>();
        }
        if (!token.isName() || token.isKeyword("node") || token.isKeyword("edge") || token.isKeyword("graph")) {
            joined = false;
        }
        if (token.is("[")) {
            Map<String, String> attributes = tokens.attributes();
            if (ends.size() == 1) {
                ends.getFirst().forEach(id -> node(id, token).attributes.putAll(attributes));
            }
            return new ArrayList<>();
        }
        if (token.isKeyword("node") || token.isKeyword("edge") || token.isKeyword("graph")) {
            if (tokens.peek().is("[")) {
                tokens.take();
                Map<String, String> attributes = tokens.attributes();
                if (token.isKeyword("graph")) {
                    groups.element().attributes().putAll(attributes);
                } else if (token.isKeyword("node") && attributes.containsKey("shape")) {
                    shapes.pop();
                    shapes.push(attributes.getOrDefault("shape", ""));
                }
            }
            return new ArrayList<>();
        }
        if (!token.isName()) {
            return new ArrayList<>();
        }
        if (tokens.peek().is("=")) {
            tokens.take();
            groups.element().attributes().put(token.text(), tokens.take().text());
            return new ArrayList<>();
        }
        tokens.skipPort();
        node(token.text(), token);
        groups.element().names().add(token.text());
        return end(ends, Set.of(token.text()), token);
    }

    /// One end of an edge statement was read: it is needed by the one before it, if an arrow stood between.
    private List<Set<String>> end(List<Set<String>> ends, Set<String> names, Token token) {
        boolean isEnd = joined && !ends.isEmpty();
        if (isEnd) {
            for (String from : ends.getLast()) {
                names.forEach(to -> edge(from, to, token));
            }
        }
        if (tokens.peek().is("->") || tokens.peek().is("--")) {
            if (tokens.peek().is("--") && !saidUndirected) {
                saidUndirected = true;
                report.accept(Problem.info("dot-undirected", here()));
            }
            tokens.take();
            joined = true;
            // Of a long chain only its last end matters, and that it is a chain.
            List<Set<String>> more = new ArrayList<>(isEnd ? List.of(ends.getLast()) : List.of());
            more.add(Set.copyOf(names));
            return more;
        }
        joined = false;
        return isEnd ? new ArrayList<>() : new ArrayList<>(List.of(Set.copyOf(names)));
    }

    private void edge(String from, String to, Token token) {
        edges++;
        if (edges == MOST_EDGES) {
            report.accept(
                    Problem.warning("dot-too-many-edges", place.apply(token.start()), String.valueOf(MOST_EDGES)));
        }
        if (edges < MOST_EDGES) {
            Evidence evidence = new Evidence(Certainty.DECLARED, RULE, place.apply(token.start()));
            draft.add(Draft.Need.of(from, to, evidence));
        }
    }

    private void leaveOut(Token token) {
        report.accept(Problem.error("dot-too-deep", place.apply(token.start()), String.valueOf(DEEPEST)));
        isCut = true;
        while (!tokens.peek().isEnd()) {
            tokens.take();
        }
    }

    private void open(Token token, List<Set<String>> pending) {
        String name = "";
        if (token.isKeyword("subgraph")) {
            name = tokens.peek().isName() ? tokens.take().text() : "";
            if (!tokens.peek().is("{")) {
                return;
            }
            tokens.take();
        }
        String cluster = name.startsWith("cluster") ? name : null;
        shapes.push(shapes.element());
        groups.push(new Group(
                cluster, place.apply(token.start()), new TreeMap<>(), new LinkedHashSet<>(), List.copyOf(pending)));
    }

    private void close(Group group) {
        String id = group.cluster();
        if (id == null || !clusters.add(id)) {
            return;
        }
        String label = group.attributes().getOrDefault("label", "");
        draft.add(new Boundary(id, label.isBlank() ? id : label, "boundary", null, null, group.source()));
        groups.stream()
                .filter(outer -> outer.cluster() != null && !id.equals(outer.cluster()))
                .findFirst()
                .ifPresent(outer -> draft.nest(id, String.valueOf(outer.cluster()), group.source()));
    }

    private Node node(String id, Token token) {
        Node node = nodes.computeIfAbsent(id, _ -> new Node(place.apply(token.start()), shapes.element()));
        if (node.cluster == null) {
            node.cluster = groups.stream()
                    .map(Group::cluster)
                    .filter(cluster -> cluster != null)
                    .findFirst()
                    .orElse(null);
        }
        return node;
    }

    private void add(String id, Node node) {
        String label = node.attributes.getOrDefault("label", "");
        String shape = node.attributes.getOrDefault("shape", "");
        draft.add(Service.builder(id, node.source)
                .name(label.isBlank() ? id : label)
                .kind(DATABASES.contains(shape) ? ServiceKind.DATABASE : ServiceKind.SERVICE)
                .build());
        if (node.cluster != null) {
            draft.member(id, node.cluster, node.source);
        }
    }

    private SourceLocation here() {
        return place.apply(tokens.peek().start());
    }
}
