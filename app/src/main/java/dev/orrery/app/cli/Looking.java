package dev.orrery.app.cli;

import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Filter;
import dev.orrery.query.QueryProblem;
import dev.orrery.query.Reading;
import dev.orrery.query.Vocabulary;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Option;

/// By which filter and through which lens a picture is looked at.
final class Looking {
    @Option(names = "--filter", paramLabel = "EXPRESSION", description = "${bundle:cli.looking.filter}")
    private String filter = "";

    @Option(names = "--hide", description = "${bundle:cli.looking.hide}")
    private boolean hides;

    @Option(names = "--lens", paramLabel = "LENS", defaultValue = "health", description = "${bundle:cli.looking.lens}")
    private Lens lens = Lens.HEALTH;

    Lens lens() {
        return lens;
    }

    /// Whether anything of it was asked for.
    boolean isGiven() {
        return !filter.isEmpty() || hides || lens != Lens.HEALTH;
    }

    /// @throws Refusal where the expression is not understood: nobody is there to see which part holds
    void check() {
        for (QueryProblem problem : ExpressionReader.read(filter).problems()) {
            throw new Refusal(Exit.USAGE, words(problem));
        }
    }

    /// What stands out.
    ///
    /// @param topology with its communities, where it has any
    /// @param err where values are told that nothing has
    Highlight highlight(Topology topology, HealthBoard board, Attention attention, Instant now, PrintWriter err) {
        Reading reading = ExpressionReader.read(filter, Vocabulary.of(topology));
        reading.problems().forEach(problem -> err.println(words(problem)));
        if (reading.expression().isEverything()) {
            return Highlight.NONE;
        }
        Filter meant = Filter.of(reading.expression(), topology, ServiceGraph.of(topology));
        return new Highlight(null, false, new Spotlight.Services(meant.matching(board, attention, now)), hides);
    }

    private static String words(QueryProblem problem) {
        return Messages.of("cli.looking.problem", Integer.toString(problem.from() + 1), problem.words());
    }
}
