package dev.orrery.app.cli;

import dev.orrery.export.ProbeJson;
import dev.orrery.health.Attention;
import dev.orrery.health.Circumstances;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Qualifier;
import dev.orrery.health.ServiceHealth;
import dev.orrery.json.JsonWriter;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Prints a line where a service's state, its reason or its qualifiers change. May be told from several threads.
final class Changes {
    private final Topology topology;
    private final Supplier<Attention> kept;
    private final InstantSource clock;
    private final boolean json;
    private final PrintWriter out;
    private Attention read;
    private Attention attention;
    private HealthBoard board;
    private Circumstances told;

    /// @param kept what people said, as it is kept now
    Changes(Topology topology, Supplier<Attention> kept, InstantSource clock, boolean json, PrintWriter out) {
        this.topology = topology;
        this.kept = kept;
        this.clock = clock;
        this.json = json;
        this.out = out;
        this.read = kept.get();
        this.attention = read;
        this.board = HealthBoard.of(topology);
        this.told = new Circumstances(topology, board, attention, clock.instant());
    }

    /// How all stand now.
    synchronized void stands(HealthBoard now) {
        board = now;
        tell();
    }

    /// Looks again at what people said. What has ended here stays so, whatever is kept, until something else is said.
    synchronized void look() {
        Attention now = kept.get();
        if (!now.equals(read)) {
            read = now;
            attention = now;
        }
        tell();
    }

    private void tell() {
        Instant now = clock.instant();
        attention = attention.after(board, now);
        Circumstances before = told;
        Circumstances after = new Circumstances(topology, board, attention, now);
        told = after;
        for (Service service : topology.services()) {
            ServiceHealth was = before.board().service(service.id());
            ServiceHealth is = board.service(service.id());
            if (is == null) {
                continue;
            }
            List<Qualifier> qualifiers = after.of(is, HealthPolicy.DEFAULT);
            boolean same = was != null
                    && is.health() == was.health()
                    && is.reason().equals(was.reason())
                    && words(qualifiers).equals(words(before.of(was, HealthPolicy.DEFAULT)));
            if (!same) {
                out.print((json
                                ? JsonWriter.compact(ProbeJson.service(service, is, qualifiers))
                                : HealthText.line(is, qualifiers, now))
                        + "\n");
            }
        }
        out.flush();
    }

    private static List<String> words(List<Qualifier> qualifiers) {
        return qualifiers.stream().map(Qualifier::word).toList();
    }
}
