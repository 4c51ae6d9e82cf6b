package dev.orrery.inspection;

import dev.orrery.descriptor.StatedRule;
import dev.orrery.descriptor.Value;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.problem.Problem;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Filter;
import dev.orrery.query.Reading;
import dev.orrery.query.Term;
import dev.orrery.query.Vocabulary;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A stated rule with the services that its expressions mean.
///
/// @param via null where a dependency is meant and not a way
record ReadRule(
        StatedRule stated,
        Set<String> from,
        Set<String> to,
        @Nullable Set<String> via) {

    /// What is not understood is reported where it is stated. A rule of which an end means nobody in the topology
    /// stays: it holds.
    static List<ReadRule> of(List<StatedRule> stated, Topology topology, ServiceGraph graph, Consumer<Problem> report) {
        if (stated.isEmpty()) {
            return List.of();
        }
        Vocabulary known = Vocabulary.of(topology);
        List<ReadRule> rules = new ArrayList<>();
        for (StatedRule rule : stated) {
            List<Optional<Set<String>>> meant = new ArrayList<>();
            for (Value.@Nullable Scalar end : new Value.@Nullable Scalar[] {rule.from(), rule.to(), rule.via()}) {
                meant.add(end == null ? Optional.empty() : meant(rule, end, topology, graph, known, report));
            }
            boolean isViaUnderstood = rule.via() == null || meant.get(2).isPresent();
            if (meant.get(0).isPresent() && meant.get(1).isPresent() && isViaUnderstood) {
                rules.add(new ReadRule(
                        rule,
                        meant.get(0).get(),
                        meant.get(1).get(),
                        meant.get(2).orElse(null)));
            }
        }
        return rules;
    }

    private static Optional<Set<String>> meant(
            StatedRule rule,
            Value.Scalar end,
            Topology topology,
            ServiceGraph graph,
            Vocabulary known,
            Consumer<Problem> report) {
        Reading reading = ExpressionReader.read(end.text(), known);
        reading.problems()
                .forEach(problem ->
                        report.accept(Problem.warning("rule-expression", end.source(), rule.name(), problem.words())));
        Optional<Term> passing = reading.expression().terms().stream()
                .filter(term -> term.key().followsHealth())
                .findFirst();
        if (passing.isPresent()) {
            report.accept(Problem.error(
                    "rule-follows-health",
                    end.source(),
                    rule.name(),
                    passing.get().text()));
            return Optional.empty();
        }
        if (reading.expression().isEverything() && !reading.problems().isEmpty()) {
            return Optional.empty();
        }
        if (reading.expression().isEverything()) {
            return Optional.of(Set.copyOf(
                    topology.services().stream().map(service -> service.id()).toList()));
        }
        return Optional.of(Filter.of(reading.expression(), topology, graph)
                .matching(HealthBoard.EMPTY, Attention.NONE, Instant.EPOCH));
    }
}
