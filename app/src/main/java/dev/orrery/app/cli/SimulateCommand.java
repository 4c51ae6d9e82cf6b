package dev.orrery.app.cli;

import dev.orrery.export.NativeText;
import dev.orrery.importer.Loaded;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import dev.orrery.simulation.Fault;
import dev.orrery.simulation.Fleet;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves simulated health endpoints until it is ended from outside.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.simulate}")
final class SimulateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Reading reading = new Reading();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--fault", paramLabel = "ID=FAULT", description = "${bundle:cli.simulate.fault}")
    private List<String> faults = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:cli.simulate.out}")
    private @Nullable Path file;

    @Option(names = "--declared-ports", description = "${bundle:cli.simulate.declared-ports}")
    private boolean declaredPorts;

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Loaded loaded = reading.load();
        Reading.tellErrors(loaded.problems(), surroundings.err());
        SortedMap<String, Fault> wanted = new TreeMap<>();
        faults.forEach(written -> wanted.putAll(fault(written)));
        Fleet.Ports ports = declaredPorts ? Fleet.Ports.DECLARED : Fleet.Ports.FREE;
        try (Fleet fleet = start(loaded, ports, surroundings.clock())) {
            for (String service : wanted.keySet()) {
                if (!fleet.urls().containsKey(service)) {
                    throw new Refusal(Exit.USAGE, Messages.of("cli.simulate.no-service", service));
                }
            }
            for (Map.Entry<String, Fault> fault : wanted.entrySet()) {
                fleet.inject(fault.getKey(), fault.getValue());
            }
            if (file != null) {
                Files.writeString(file, NativeText.of(fleet.topology()));
            }
            fleet.urls().forEach((id, url) -> surroundings.out().print(line(id, url) + "\n"));
            surroundings.out().flush();
            surroundings.err().println(Messages.of("cli.simulate.running"));
            surroundings.err().flush();
            Thread.sleep(Long.MAX_VALUE);
            return Exit.FINE;
        } catch (InterruptedException stopped) {
            return Exit.FINE;
        }
    }

    private static Fleet start(Loaded loaded, Fleet.Ports ports, InstantSource clock) {
        try {
            return Fleet.start(loaded.topology(), ports, clock);
        } catch (IOException taken) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.simulate.no-port", String.valueOf(taken.getMessage())));
        }
    }

    private String line(String id, URI url) {
        return output.isJson()
                ? JsonWriter.compact(Json.object(Json.member("id", id), Json.member("url", url.toString())))
                : Untrusted.oneLine(id) + " " + url;
    }

    private static Map<String, Fault> fault(String written) {
        int parting = written.lastIndexOf('=');
        return Fault.parse(written.substring(parting + 1))
                .filter(_ -> parting > 0)
                .map(fault -> Map.of(written.substring(0, parting), fault))
                .orElseThrow(() -> new Refusal(Exit.USAGE, Messages.of("cli.simulate.bad-fault", written)));
    }
}
