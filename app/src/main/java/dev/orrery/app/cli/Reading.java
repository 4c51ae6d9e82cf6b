package dev.orrery.app.cli;

import dev.orrery.diagram.Diagram;
import dev.orrery.export.EnvironmentJson;
import dev.orrery.health.Attention;
import dev.orrery.history.History;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.probe.Trust;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.topology.Environment;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The files or folders that a command is about.
final class Reading {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.paths}")
    private List<Path> paths = List.of();

    List<Path> paths() {
        return paths;
    }

    @Option(names = "--env", paramLabel = "NAME", description = "${bundle:cli.env}")
    private @Nullable String environment;

    /// What was read, with the addresses of the environment that was asked for.
    ///
    /// @throws Refusal where no workspace names it
    Loaded load() {
        Loaded loaded = TopologyLoader.standard().load(paths);
        return environment == null ? loaded : loaded.withTopology(in(loaded, environment));
    }

    /// What may be asked without being allowed on the command line: what was allowed before, in this environment.
    Trust remembered(Loaded loaded, Surroundings surroundings) {
        return surroundings.remembered().apply(loaded.root()).in(environment);
    }

    /// The environment that was asked for, as the history names it.
    String environment() {
        return environment == null ? History.NO_ENVIRONMENT : environment;
    }

    /// What people said of the services of what was named. Read anew each time.
    Attention attention(Surroundings surroundings) {
        return surroundings.attention().apply(paths.getFirst(), environment());
    }

    /// An answer that says which environment it is about.
    Json.Obj inEnvironment(Json.Obj answer, Loaded loaded) {
        return EnvironmentJson.with(answer, environment, loaded.environments());
    }

    /// A picture of what was read: in an environment it says so, in its title and for the eye.
    Diagram captioned(Diagram diagram, Loaded loaded) {
        return environment == null
                ? diagram
                : loaded.environment(environment)
                        .map(known ->
                                diagram.captioned(known.titled(loaded.topology().name())))
                        .orElse(diagram);
    }

    /// Says beside the answer where it was asked.
    void tellEnvironment(PrintWriter err) {
        if (environment != null) {
            err.println(Messages.of("cli.env.asked", environment));
        }
    }

    private static Topology in(Loaded loaded, String name) {
        return loaded.environment(name)
                .map(known -> known.apply(loaded.topology()))
                .orElseThrow(() -> new Refusal(Exit.USAGE, unknown(loaded, name)));
    }

    private static String unknown(Loaded loaded, String name) {
        return loaded.environments().isEmpty()
                ? Messages.of("cli.env.none", name)
                : Messages.of(
                        "cli.env.unknown",
                        name,
                        loaded.environments().stream().map(Environment::name).collect(Collectors.joining(", ")));
    }

    /// Exit code of commands that do all they can with what was read.
    static int exitCode(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? Exit.PROBLEMS : Exit.FINE;
    }

    /// Says beside the answer what could not be read.
    static void tellErrors(List<Problem> problems, PrintWriter err) {
        problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> err.println(ProblemText.line(problem)));
    }
}
