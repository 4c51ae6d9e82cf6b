package dev.orrery.importer.asyncapi;

import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What follows from all documents together: every application needs its brokers, and whoever receives from a channel
/// needs those that send to it.
final class MessageFlow {
    private static final int MOST_NEEDS = 50_000;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*}");

    private final List<Application> applications;
    private final Consumer<Problem> report;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    MessageFlow(List<Application> applications, Consumer<Problem> report) {
        this.applications = List.copyOf(applications);
        this.report = report;
    }

    Draft draft() {
        applications.forEach(application -> add(application.service()));
        applications.forEach(this::meetBrokers);
        channels().values().forEach(this::join);
        Draft.Builder draft = Draft.of("asyncapi", scope());
        services.values().forEach(draft::add);
        needs.forEach(draft::add);
        return draft.build();
    }

    /// Documents with one title describe one application.
    private void add(Service service) {
        services.merge(service.id(), service, (first, more) -> {
            Set<String> aliases = new LinkedHashSet<>(first.aliases());
            aliases.addAll(more.aliases());
            Set<SourceLocation> sources = new LinkedHashSet<>(first.sources());
            sources.addAll(more.sources());
            return first.change().aliases(aliases).sources(List.copyOf(sources)).build();
        });
    }

    private void meetBrokers(Application application) {
        String from = application.service().id();
        for (Server server : application.servers()) {
            if (!server.isBroker() || server.id().equals(from)) {
                continue;
            }
            add(Service.builder(server.id(), server.source())
                    .kind(ServiceKind.QUEUE)
                    .technology(server.protocol().isEmpty() ? null : server.protocol())
                    .aliases(server.hosts())
                    .build());
            needs.add(need(from, server.id(), server, "asyncapi.server", server.source()));
        }
    }

    /// A channel is one where host, protocol and address are; how its parameters are called does not matter.
    private record Channel(String host, String family, String path, String address) {}

    private record Side(String application, Server server, SourceLocation source) {}

    private static final class Ends {
        private final List<Side> senders = new ArrayList<>();
        private final List<Side> receivers = new ArrayList<>();
    }

    private Map<Channel, Ends> channels() {
        Map<Channel, Ends> channels = new LinkedHashMap<>();
        for (Application application : applications) {
            for (Application.Use use : application.uses()) {
                if (use.address() == null || use.address().isBlank()) {
                    continue;
                }
                String address = PARAMETER.matcher(use.address().strip()).replaceAll("{}");
                for (Server server : new LinkedHashSet<>(use.servers())) {
                    Ends ends = channels.computeIfAbsent(
                            new Channel(server.id(), server.family(), server.path(), address), _ -> new Ends());
                    (use.sends() ? ends.senders : ends.receivers)
                            .add(new Side(application.service().id(), server, use.source()));
                }
            }
        }
        return channels;
    }

    private void join(Ends ends) {
        for (Side receiver : ends.receivers) {
            for (Side sender : ends.senders) {
                if (receiver.application().equals(sender.application())) {
                    continue;
                }
                if (needs.size() >= MOST_NEEDS) {
                    report.accept(Problem.warning("asyncapi-too-many", receiver.source(), String.valueOf(MOST_NEEDS)));
                    return;
                }
                for (SourceLocation place : List.of(receiver.source(), sender.source())) {
                    needs.add(need(
                            receiver.application(),
                            sender.application(),
                            receiver.server(),
                            "asyncapi.channel",
                            place));
                }
            }
        }
    }

    private static Draft.Need need(String from, String to, Server over, String rule, SourceLocation source) {
        return new Draft.Need(
                from,
                to,
                DependencyKind.ASYNC,
                true,
                over.protocol().isEmpty() ? null : over.protocol(),
                null,
                new Evidence(Certainty.DECLARED, rule, source));
    }

    private String scope() {
        List<String> files = applications.stream()
                .map(application -> application.service().source().file())
                .distinct()
                .toList();
        return files.size() == 1 ? files.getFirst() : "";
    }
}
