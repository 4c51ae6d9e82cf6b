package dev.orrery.session;

import dev.orrery.graph.Communities;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.importer.Loaded;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.inspection.Inspections;
import dev.orrery.inspection.TopologyMetrics;
import dev.orrery.probe.Trust;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is open.
///
/// @param paths as the user named them
/// @param environment in which it is looked at; null for the addresses as declared
/// @param stated problems of reading and of the workspace
/// @param sightings what servers that keep measurements have seen lately, there
/// @param topology as it is asked in that environment, with what was seen
/// @param graph of the topology
/// @param communities that the picture has, where there is too much to look at
/// @param pictured the topology with those communities as boundaries: what the picture shows
/// @param wanted all that it takes to ask whatever the topology names
/// @param metrics figures of the boundaries that sources state
/// @param inspections what they found
/// @param problems of reading, of the workspace and of the inspections, sorted by place
public record Opened(
        List<Path> paths,
        Loaded loaded,
        @Nullable Environment environment,
        List<Problem> stated,
        Sightings sightings,
        Topology topology,
        ServiceGraph graph,
        Communities communities,
        Topology pictured,
        Trust wanted,
        TopologyMetrics metrics,
        InspectionReport inspections,
        List<Problem> problems) {
    private static final InspectionReport NOT_INSPECTED =
            new InspectionReport(List.of(), List.of(), List.of(), List.of(), false);

    public Opened {
        paths = List.copyOf(paths);
        stated = List.copyOf(stated);
        problems = problems.stream().sorted().toList();
    }

    /// With the addresses as declared. Where much was read, this takes as long as reading it.
    ///
    /// @param stated problems of reading and of the workspace
    /// @param before what was open, where the same is read again; its communities are kept as far as they can be
    public static Opened declared(List<Path> paths, Loaded loaded, List<Problem> stated, @Nullable Opened before) {
        Communities communities =
                before == null ? Communities.of(loaded.topology()) : before.communities.following(loaded.topology());
        return of(paths, loaded, null, stated, Sightings.NONE, communities);
    }

    /// The same after an edit, with the addresses as declared. Where there is much of it, this takes as long as reading
    /// it.
    public Opened rereading(Loaded edited) {
        List<Problem> problems = new ArrayList<>(edited.problems());
        stated.stream().filter(problem -> !loaded.problems().contains(problem)).forEach(problems::add);
        return declared(paths, edited, problems, this);
    }

    private static Opened of(
            List<Path> paths,
            Loaded loaded,
            @Nullable Environment environment,
            List<Problem> stated,
            Sightings sightings,
            Communities communities) {
        Topology topology = written(loaded, environment).observing(sightings.calls());
        ServiceGraph graph = ServiceGraph.of(topology);
        InspectionReport inspections = Inspections.inspect(topology, graph, loaded.inspections());
        return new Opened(
                paths,
                loaded,
                environment,
                stated,
                sightings,
                topology,
                graph,
                communities,
                communities.in(topology),
                Trust.wantedBy(topology),
                TopologyMetrics.of(topology),
                inspections,
                sightings.problems(stated, topology, inspections));
    }

    /// The same with another topology, of which no file says anything: it is only imagined. Nothing else is asked
    /// for it than is asked anyway.
    ///
    /// @param inspected whether the inspections look at it
    public Opened imagining(Topology other, boolean inspected) {
        // Under its name, so that nobody takes it for another place; addresses are as they are asked there already.
        Environment there = environment == null
                ? null
                : new Environment(environment.name(), List.of(), new TreeMap<>(), null, environment.source());
        Communities found = communities.following(other);
        InspectionReport report = inspected ? Inspections.inspect(other, loaded.inspections()) : NOT_INSPECTED;
        return new Opened(
                paths,
                loaded.withTopology(other).withoutEnvironments(),
                there,
                stated,
                sightings,
                other,
                ServiceGraph.of(other),
                found,
                found.in(other),
                wanted,
                TopologyMetrics.of(other),
                report,
                inspected ? sightings.problems(stated, other, report) : List.of());
    }

    /// The same, looked at elsewhere, where nothing was seen yet.
    Opened in(@Nullable Environment other) {
        if (Objects.equals(other, environment) && sightings.equals(Sightings.NONE)) {
            return this;
        }
        return of(paths, loaded, other, stated, Sightings.NONE, communities);
    }

    /// The same with other sightings. Where they add up to the same topology, that is the same instance.
    Opened with(Sightings other) {
        if (other.equals(sightings)) {
            return this;
        }
        Opened next = of(paths, loaded, environment, stated, other, communities);
        return next.topology.equals(topology)
                ? new Opened(
                        paths,
                        loaded,
                        environment,
                        stated,
                        other,
                        topology,
                        graph,
                        communities,
                        pictured,
                        wanted,
                        metrics,
                        next.inspections,
                        next.problems)
                : next;
    }

    /// What the files say, as it is asked in the environment.
    public Topology written() {
        return written(loaded, environment);
    }

    private static Topology written(Loaded loaded, @Nullable Environment environment) {
        return environment == null ? loaded.topology() : environment.apply(loaded.topology());
    }

    /// The name of the environment; null for the addresses as declared.
    public @Nullable String environmentName() {
        return environment == null ? null : environment.name();
    }

    /// What a window or picture of it is called: never without the environment.
    public String title() {
        return environment == null ? topology.name() : environment.titled(topology.name());
    }
}
