package dev.orrery.session;

import dev.orrery.graph.Layers;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.health.HealthBoard;
import dev.orrery.importer.Loaded;
import dev.orrery.inspection.Inspections;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.Trust;
import dev.orrery.problem.Problem;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Opening, reloading and closing.
final class OpeningUpdate {
    private OpeningUpdate() {}

    static Next open(Session session, List<Path> paths) {
        long generation = session.generation() + 1;
        String names =
                String.join(", ", paths.stream().map(OpeningUpdate::shortName).toList());
        Work work = new Work(generation, Messages.of("work.reading", names));
        return Next.of(
                session.reading(paths, generation).withWork(work).withNotice(null),
                new Effect.CancelWork(),
                new Effect.Read(generation, paths));
    }

    static Next close(Session session) {
        Session empty = Session.startingAt(session.now()).withPolicy(session.policy());
        return Next.of(
                empty.reading(List.of(), session.generation() + 1),
                new Effect.CancelWork(),
                new Effect.PauseProbing(),
                new Effect.Watch(Set.of(), Set.of()));
    }

    /// Read again what is open; the picture and the health stay until the new reading is there.
    static Next reload(Session session) {
        Opened opened = session.opened();
        if (opened == null || !session.opening().isEmpty()) {
            return Next.of(session);
        }
        long generation = session.generation() + 1;
        return Next.of(session.reading(opened.paths(), generation), new Effect.Read(generation, opened.paths()));
    }

    static Next opened(Session session, Action.Opened result) {
        if (result.generation() != session.generation() || session.opening().isEmpty()) {
            return Next.of(session);
        }
        Topology topology = result.loaded().topology();
        ServiceGraph graph = ServiceGraph.of(topology);
        List<Problem> problems = new ArrayList<>(result.loaded().problems());
        problems.addAll(result.workspaceProblems());
        Inspections.inspect(topology).forEach(finding -> problems.add(finding.problem()));
        Opened opened = new Opened(session.opening(), result.loaded(), graph, problems);

        Opened before = sameAs(session.opened(), opened);
        boolean again = before != null;
        Session read = session.withOpened(opened)
                .reading(List.of(), session.generation())
                .withTrust(result.trust())
                .withBoard(
                        before == null
                                ? HealthBoard.of(topology, session.generation())
                                : session.board().carriedOver(before.topology(), topology, session.generation()));
        if (!again) {
            read = read.withUndo(Undo.startingWith(result.kept()))
                    .withPicture(Picture.EMPTY)
                    .withLayers(Layers.DEFAULT)
                    .withSelection(null, false);
        }
        Watching watching = again && session.watching() instanceof Watching.Paused paused
                ? paused
                : watching(topology, result.trust());
        Next arranged =
                ArrangementUpdate.arrange(read.withWatching(watching), again ? session.selected() : null, false);
        List<Effect> effects = new ArrayList<>(arranged.effects());
        effects.add(watch(opened.loaded()));
        effects.add(watching instanceof Watching.On ? probe(read, topology) : new Effect.PauseProbing());
        return new Next(arranged.session(), effects);
    }

    /// What was open before, if the same is opened again.
    private static @Nullable Opened sameAs(@Nullable Opened before, Opened now) {
        return before != null && before.paths().equals(now.paths()) ? before : null;
    }

    static Watching watching(Topology topology, Trust trust) {
        SortedSet<Origin> named = Origin.of(topology);
        if (named.isEmpty()) {
            return new Watching.NothingToAsk();
        }
        SortedSet<Origin> missing = trust.missing(named);
        return missing.isEmpty() ? new Watching.On() : new Watching.NeedsLeave(missing);
    }

    static Effect probe(Session session, Topology topology) {
        return new Effect.Probe(ProbePlan.of(topology, session.policy(), session.generation()), session.trust());
    }

    private static Effect watch(Loaded loaded) {
        Set<Path> workspaces = loaded.workspaces();
        Set<Path> files = new TreeSet<>();
        loaded.sources().forEach(source -> files.add(source.path()));
        files.removeAll(workspaces);
        return new Effect.Watch(files, workspaces);
    }

    private static String shortName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
