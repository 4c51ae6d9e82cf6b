package dev.orrery.app.cli;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A topology for people: a line of counts, then services, dependencies and boundaries as tables.
final class TopologyText {
    private TopologyText() {}

    static String of(Topology topology) {
        List<String> parts = new ArrayList<>();
        parts.add(Untrusted.oneLine(topology.name()) + "\n"
                + Messages.of(
                        "cli.show.counts",
                        Integer.toString(topology.services().size()),
                        Integer.toString(topology.dependencies().size()),
                        Integer.toString(topology.boundaries().size())));
        for (Table table : List.of(services(topology), dependencies(topology), boundaries(topology))) {
            if (!table.isEmpty()) {
                parts.add(table.toString());
            }
        }
        return String.join("\n\n", parts);
    }

    private static Table services(Topology topology) {
        Table table = new Table(
                Messages.of("cli.column.service"),
                Messages.of("cli.column.kind"),
                Messages.of("cli.column.boundary"),
                Messages.of("cli.column.owner"),
                Messages.of("cli.column.technology"),
                Messages.of("cli.column.checks"));
        for (Service service : topology.services()) {
            table.row(
                    service.active() ? service.id() : Messages.of("cli.inactive", service.id()),
                    service.kind().word(),
                    service.boundary(),
                    service.owner(),
                    service.technology(),
                    service.healthChecks().stream().map(HealthCheck::url).collect(Collectors.joining(", ")));
        }
        return table;
    }

    private static Table dependencies(Topology topology) {
        Table table = new Table(
                Messages.of("cli.column.from"),
                Messages.of("cli.column.to"),
                Messages.of("cli.column.kind"),
                Messages.of("cli.column.required"),
                Messages.of("cli.column.protocol"),
                Messages.of("cli.column.evidence"));
        for (Dependency dependency : topology.dependencies()) {
            table.row(
                    dependency.from(),
                    dependency.dangling() ? Messages.of("cli.dangling", dependency.to()) : dependency.to(),
                    dependency.kind().word(),
                    Messages.of(dependency.required() ? "cli.required" : "cli.optional"),
                    dependency.protocol(),
                    dependency.certainty().word() + ", "
                            + dependency.evidence().stream()
                                    .map(evidence -> evidence.source().toString())
                                    .collect(Collectors.joining(", ")));
        }
        return table;
    }

    private static Table boundaries(Topology topology) {
        Table table = new Table(
                Messages.of("cli.column.boundary"),
                Messages.of("cli.column.name"),
                Messages.of("cli.column.kind"),
                Messages.of("cli.column.within"),
                Messages.of("cli.column.owner"));
        for (Boundary boundary : topology.boundaries()) {
            table.row(boundary.id(), boundary.name(), boundary.kind(), boundary.within(), boundary.owner());
        }
        return table;
    }
}
