package dev.orrery.app.cli;

import dev.orrery.app.runtime.Probing;
import dev.orrery.diagram.Palette;
import dev.orrery.export.ProbeJson;
import dev.orrery.export.SvgExporter;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.ServiceGraph.Follow;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Pace;
import dev.orrery.health.ServiceHealth;
import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.simulation.Fault;
import dev.orrery.simulation.Fleet;
import dev.orrery.simulation.Story;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The demonstration without a window, told in a few seconds: the health of all services before
/// and after a data store dies, and a picture of each.
final class ToldDemo {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /// More than enough for what is waited for: three answers at the interval above.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /// So many services are asked at half that pace, and those that are well are not listed.
    private static final int MANY = 500;
    private static final Duration LONGER = Duration.ofSeconds(2);
    private static final Duration MORE_PATIENCE = Duration.ofSeconds(8);

    private final Surroundings surroundings;
    private final Output output;
    private final Topology topology;
    private final @Nullable Path wantedFolder;
    private final boolean many;

    ToldDemo(Surroundings surroundings, Output output, Topology topology, @Nullable Path wantedFolder) {
        this.surroundings = surroundings;
        this.output = output;
        this.topology = topology;
        this.wantedFolder = wantedFolder;
        this.many = topology.services().size() > MANY;
    }

    int play() throws IOException, InterruptedException {
        Story story = Story.of(topology).orElseThrow(() -> new Refusal(Exit.PROBLEMS, Messages.of("cli.demo.nothing")));
        String name = topology.nameOf(story.victim());
        try (Fleet fleet = Fleet.start(topology, Fleet.Ports.FREE, surroundings.clock())) {
            Duration interval = many ? LONGER : INTERVAL;
            Duration patience = many ? MORE_PATIENCE : PATIENCE;
            Set<String> hit = new TreeSet<>(ServiceGraph.of(topology).impact(story.victim(), Follow.REQUIRED));
            hit.add(story.victim());
            Topology asked = fleet.redirect(topology, interval);
            Trust trust = Trust.of(Origin.of(asked));
            HealthPolicy policy = HealthPolicy.DEFAULT.withPace(new Pace.Every(interval));
            try (Probing probing = new Probing(() -> trust, Secrets.NONE, surroundings.clock());
                    Asking asking = new Asking(asked, probing.probe(), trust, policy, _ -> {}, (_, _) -> {}, _ -> {})) {
                Path folder = wantedFolder == null ? Files.createTempDirectory("orrery-demo-") : wantedFolder;
                Files.createDirectories(folder);
                Drawing drawing = Drawing.of(asked);

                HealthBoard before = asking.await(ToldDemo::isAllUp, patience);
                Path first = picture(drawing, before, folder.resolve("before.svg"));
                tell(isAllUp(before) ? "cli.demo.before" : "cli.demo.not-well", name, before, first);

                fleet.inject(story.victim(), new Fault.Down());
                HealthBoard after = asking.await(board -> hasSpread(board, hit), patience);
                Path second = picture(drawing, after, folder.resolve("after.svg"));
                tell("cli.demo.after", name, after, second);

                if (output.isJson()) {
                    output.answer(surroundings.out(), () -> json(asked, before, after, first, second), () -> "");
                }
            }
        }
        return Exit.FINE;
    }

    private Path picture(Drawing drawing, HealthBoard board, Path file) throws IOException {
        return Files.writeString(
                file,
                SvgExporter.export(drawing.with(board, surroundings.clock().instant()), Palette.LIGHT));
    }

    private void tell(String heading, String name, HealthBoard board, Path picture) {
        if (!output.isJson()) {
            surroundings
                    .out()
                    .print(Messages.of(heading, name) + "\n\n"
                            + (many ? HealthText.unwell(board) : HealthText.of(board)) + "\n"
                            + Messages.of("cli.demo.picture", picture.toString()) + "\n\n");
            surroundings.out().flush();
        }
    }

    private static boolean isAllUp(HealthBoard board) {
        return board.services().values().stream()
                .allMatch(service -> !service.isAsked() || service.health() == Health.UP);
    }

    /// Whether the victim is known to be down, nobody who leans on it still counts as well, and
    /// no count is under way.
    private static boolean hasSpread(HealthBoard board, Set<String> hit) {
        List<ServiceHealth> services = List.copyOf(board.services().values());
        return services.stream().noneMatch(ServiceHealth::isSuspect)
                && services.stream()
                        .noneMatch(service -> hit.contains(service.service()) && service.health() == Health.UP);
    }

    private Json json(Topology asked, HealthBoard before, HealthBoard after, Path first, Path second) {
        return Json.object(
                Json.member("topology", topology.name()),
                Json.member("before", ProbeJson.of(asked, before)),
                Json.member("after", ProbeJson.of(asked, after)),
                Json.member(
                        "pictures", Json.array(List.of(Json.text(first.toString()), Json.text(second.toString())))));
    }
}
