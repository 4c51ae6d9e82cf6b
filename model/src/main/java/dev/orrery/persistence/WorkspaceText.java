package dev.orrery.persistence;

import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceNode.Mapping;
import dev.orrery.descriptor.SourceNode.Scalar;
import dev.orrery.descriptor.SourceNode.Sequence;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.graph.Folding;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.GuideText;
import dev.orrery.guide.StatedGuide;
import dev.orrery.layout.Point;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.scenario.ScenarioText;
import dev.orrery.session.Arrangement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A workspace file as text: what it says, and where its sections stand.
///
/// @param sections values of the top-level keys, in written order
/// @param guide notes and views, which the arrangement has too
record WorkspaceText(
        SourceText text,
        Arrangement arrangement,
        StatedGuide guide,
        Map<String, SourceNode.Entry> sections,
        List<Problem> problems,
        boolean readable) {
    static final int FORMAT = 1;
    static final String FORMAT_KEY = "format";
    static final String COLLAPSED = "collapsed";
    static final String PINS = "pins";
    /// Whether hubs are folded: `folded` or `drawn`; where it is missing, where that helps.
    static final String HUBS = "hubs";
    private static final Set<String> OURS =
            Set.of(FORMAT_KEY, COLLAPSED, PINS, HUBS, ScenarioText.KEY, GuideText.NOTES, GuideText.VIEWS);

    /// Keys below `pins`, one for each sort of box.
    static final Map<NodeId.Of, String> SORTS = Map.of(
            NodeId.Of.SERVICE, "services",
            NodeId.Of.BOUNDARY, "boundaries",
            NodeId.Of.MISSING, "missing");

    /// Larger or smaller is no place on a picture.
    private static final double FARTHEST = 1e7;

    static WorkspaceText read(SourceText text) {
        SourceTree tree = SourceTreeReader.read(text);
        return new Reading(tree).read();
    }

    /// The text of each section that is not written by the window.
    Map<String, String> stated() {
        if (!readable) {
            return Map.of("", text.content());
        }
        Map<String, String> stated = new TreeMap<>();
        sections.forEach((key, entry) -> {
            if (!OURS.contains(key)) {
                int end = Math.max(entry.value().end(), entry.key().end());
                stated.put(key, text.content().substring(entry.key().start(), end));
            }
        });
        return stated;
    }

    private static final class Reading {
        private final SourceTree tree;
        private final List<Problem> problems;

        Reading(SourceTree tree) {
            this.tree = tree;
            this.problems = new ArrayList<>(tree.problems());
        }

        WorkspaceText read() {
            Map<String, SourceNode.Entry> sections = new LinkedHashMap<>();
            if (tree.documents().size() > 1) {
                problems.add(error("workspace-documents", 0));
            } else if (!tree.documents().isEmpty()) {
                top(tree.documents().getFirst(), sections);
            }
            format(sections);
            SourceNode.Entry said = sections.get(COLLAPSED);
            boolean chosen = said != null && !isNothing(said.value());
            StatedGuide guide = GuideText.read(tree.text());
            problems.addAll(guide.problems());
            Arrangement arrangement = new Arrangement(
                            new Visibility(collapsed(sections)), chosen, pins(sections), hubs(sections))
                    .withGuide(guide.guide());
            boolean readable = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
            return new WorkspaceText(
                    tree.text(),
                    readable ? arrangement : Arrangement.NONE,
                    readable ? guide : StatedGuide.NONE,
                    sections,
                    problems.stream().sorted().toList(),
                    readable);
        }

        private void top(SourceDocument document, Map<String, SourceNode.Entry> sections) {
            SourceNode root = document.root();
            if (root instanceof Mapping mapping && !mapping.flow()) {
                for (SourceNode.Entry entry : mapping.entries()) {
                    if (entry.key() instanceof Scalar key) {
                        sections.putIfAbsent(key.value(), entry);
                    }
                }
            } else if (root != null) {
                problems.add(error("workspace-shape", root.start()));
            }
        }

        private void format(Map<String, SourceNode.Entry> sections) {
            SourceNode.Entry entry = sections.get(FORMAT_KEY);
            if (entry != null
                    && !(entry.value() instanceof Scalar format
                            && format.value().equals(Integer.toString(FORMAT)))) {
                problems.add(error("workspace-format", entry.value().start()));
            }
        }

        private Set<String> collapsed(Map<String, SourceNode.Entry> sections) {
            Set<String> collapsed = new TreeSet<>();
            SourceNode.Entry entry = sections.get(COLLAPSED);
            if (entry != null && entry.value() instanceof Sequence list) {
                for (SourceNode item : list.items()) {
                    if (item instanceof Scalar id) {
                        collapsed.add(id.value());
                    } else {
                        problems.add(warning("workspace-collapsed", item.start()));
                    }
                }
            } else if (entry != null && !isNothing(entry.value())) {
                problems.add(warning("workspace-collapsed", entry.value().start()));
            }
            return collapsed;
        }

        private Folding hubs(Map<String, SourceNode.Entry> sections) {
            SourceNode.Entry entry = sections.get(HUBS);
            if (entry == null || isNothing(entry.value())) {
                return Folding.AUTOMATIC;
            }
            for (Folding folding : Folding.values()) {
                if (isScalar(entry.value(), folding.word())) {
                    return folding;
                }
            }
            problems.add(warning("workspace-hubs", entry.value().start()));
            return Folding.AUTOMATIC;
        }

        private SortedMap<NodeId, Point> pins(Map<String, SourceNode.Entry> sections) {
            SortedMap<NodeId, Point> pins = new TreeMap<>();
            SourceNode.Entry entry = sections.get(PINS);
            if (entry == null || isNothing(entry.value())) {
                return pins;
            }
            for (SourceNode.Entry sort : entries(entry.value())) {
                Optional<NodeId.Of> of = SORTS.entrySet().stream()
                        .filter(known -> isScalar(sort.key(), known.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (of.isEmpty()) {
                    problems.add(warning("workspace-pin", sort.key().start()));
                    continue;
                }
                for (SourceNode.Entry pin : entries(sort.value())) {
                    Optional<Point> place = place(pin.value());
                    if (pin.key() instanceof Scalar id && place.isPresent()) {
                        pins.put(new NodeId(of.get(), id.value()), place.get());
                    } else {
                        problems.add(warning("workspace-pin", pin.key().start()));
                    }
                }
            }
            return pins;
        }

        private List<SourceNode.Entry> entries(SourceNode node) {
            if (node instanceof Mapping mapping) {
                return mapping.entries();
            }
            if (!isNothing(node)) {
                problems.add(warning("workspace-pin", node.start()));
            }
            return List.of();
        }

        private static Optional<Point> place(SourceNode node) {
            if (!(node instanceof Mapping mapping)) {
                return Optional.empty();
            }
            Optional<Double> x = coordinate(mapping, "x");
            Optional<Double> y = coordinate(mapping, "y");
            return x.isPresent() && y.isPresent() ? Optional.of(new Point(x.get(), y.get())) : Optional.empty();
        }

        private static Optional<Double> coordinate(Mapping mapping, String name) {
            return mapping.entries().stream()
                    .filter(entry -> isScalar(entry.key(), name))
                    .flatMap(entry -> entry.value() instanceof Scalar digits
                                    && digits.value().matches("-?\\d{1,9}(\\.\\d{1,9})?")
                            ? Optional.of(new BigDecimal(digits.value()).doubleValue()).stream()
                            : Optional.<Double>empty().stream())
                    .filter(value -> Math.abs(value) <= FARTHEST)
                    .findFirst();
        }

        private static boolean isScalar(SourceNode node, String value) {
            return node instanceof Scalar scalar && scalar.value().equals(value);
        }

        private static boolean isNothing(SourceNode node) {
            return node instanceof Scalar scalar
                    && scalar.style() == SourceNode.Style.PLAIN
                    && (scalar.value().isEmpty()
                            || scalar.value().equals("null")
                            || scalar.value().equals("~"));
        }

        private Problem error(String code, int offset) {
            return Problem.error(code, tree.locate(offset));
        }

        private Problem warning(String code, int offset) {
            return Problem.warning(code, tree.locate(offset));
        }
    }
}
