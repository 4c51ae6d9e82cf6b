package dev.orrery.importer.asyncapi;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ApiTitle;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one document.
final class ApplicationReader {
    private final Value.Mapping root;
    private final References references;
    private final Binding binding;
    private final ServerReader serverReader;
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final List<Application.Use> uses = new ArrayList<>();

    ApplicationReader(Value.Mapping root, References references, Consumer<Problem> report) {
        this.root = root;
        this.references = references;
        this.binding = new Binding(report);
        this.serverReader = new ServerReader(references, binding);
    }

    /// Operations stand on their own and say what the application itself does.
    Application version3() {
        readServers();
        for (Value.Field field : fields(root, "operations")) {
            references.follow(root, field.value()).ifPresent(operation -> readOperation(operation, field.keySource()));
        }
        return new Application(service(), List.copyOf(servers.values()), uses);
    }

    /// Operations stand in their channel and say what *others* do there: where others publish, the application
    /// receives.
    Application version2() {
        readServers();
        for (Value.Field field : fields(root, "channels")) {
            references.follow(root, field.value()).ifPresent(channel -> {
                List<Server> at = namedServers(channel.value());
                channel.value()
                        .field("publish")
                        .ifPresent(others -> uses.add(new Application.Use(false, field.key(), at, others.keySource())));
                channel.value()
                        .field("subscribe")
                        .ifPresent(others -> uses.add(new Application.Use(true, field.key(), at, others.keySource())));
            });
        }
        return new Application(service(), List.copyOf(servers.values()), uses);
    }

    private void readServers() {
        for (Value.Field field : fields(root, "servers")) {
            serverReader
                    .read(root, field.value(), field.keySource())
                    .ifPresent(server -> servers.put(field.key(), server));
        }
    }

    private void readOperation(References.Place operation, SourceLocation source) {
        Optional<Value.Scalar> action = binding.scalar(operation.value(), "action");
        boolean sends = action.filter(word -> word.text().equals("send")).isPresent();
        if (!sends && action.filter(word -> word.text().equals("receive")).isEmpty()) {
            SourceLocation place = action.map(Value.Scalar::source).orElse(source);
            binding.report(Problem.warning(
                    "asyncapi-action", place, action.map(Value.Scalar::text).orElse("")));
            return;
        }
        readChannel(operation.root(), operation.value(), sends, source);
        operation
                .value()
                .get("reply")
                .flatMap(reply -> references.follow(operation.root(), reply))
                .ifPresent(reply -> readChannel(reply.root(), reply.value(), !sends, source));
    }

    private void readChannel(Value.Mapping within, Value.Mapping in, boolean sends, SourceLocation source) {
        in.get("channel").flatMap(value -> references.follow(within, value)).ifPresent(channel -> {
            @Nullable String address = binding.text(channel.value(), "address").orElse(null);
            uses.add(new Application.Use(sends, address, serversOf(channel), source));
        });
    }

    /// Those that a channel of version 3 refers to; all of the document where it refers to none.
    private List<Server> serversOf(References.Place channel) {
        List<Value> stated = channel.value()
                .get("servers")
                .map(list -> binding.items("servers", list))
                .orElse(List.of());
        List<Server> found = new ArrayList<>();
        for (Value item : stated) {
            serverReader.read(channel.root(), item, item.source()).ifPresent(found::add);
        }
        return stated.isEmpty() ? List.copyOf(servers.values()) : found;
    }

    /// Those that a channel of version 2 names; all of the document where it names none.
    private List<Server> namedServers(Value.Mapping channel) {
        List<String> names = binding.texts(channel, "servers");
        return names.isEmpty()
                ? List.copyOf(servers.values())
                : names.stream()
                        .distinct()
                        .map(servers::get)
                        .filter(server -> server != null)
                        .toList();
    }

    private Service service() {
        Optional<Value.Mapping> info = binding.mapping(root, "info");
        Optional<Value.Scalar> title = info.flatMap(mapping -> binding.scalar(mapping, "title"));
        Optional<String> id = binding.text(root, "id").map(String::strip).filter(text -> !text.isEmpty());
        ApiTitle named = ApiTitle.of(
                title.map(Value.Scalar::text)
                        .filter(text -> !text.isBlank())
                        .or(() -> id)
                        .orElse(null),
                root.source().file());
        Set<String> aliases = new HashSet<>(named.aliases());
        id.ifPresent(aliases::add);
        return Service.builder(named.name(), title.map(Value.Scalar::source).orElse(root.source()))
                .aliases(aliases)
                .build();
    }

    private List<Value.Field> fields(Value.Mapping in, String key) {
        return binding.mapping(in, key).map(Value.Mapping::fields).orElse(List.of());
    }
}
