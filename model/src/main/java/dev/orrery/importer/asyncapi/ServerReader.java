package dev.orrery.importer.asyncapi;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads servers, of version 3 with `host` and `pathname`, of version 2 with `url`.
final class ServerReader {
    private final References references;
    private final Binding binding;
    private final Map<SourceLocation, Optional<Server>> read = new HashMap<>();

    ServerReader(References references, Binding binding) {
        this.references = references;
        this.binding = binding;
    }

    /// @param source where the document speaks of the server, if it has not done so before
    Optional<Server> read(Value.Mapping root, Value value, SourceLocation source) {
        return references.follow(root, value).flatMap(place -> {
            Optional<Server> known = read.get(place.value().source());
            if (known != null) {
                return known;
            }
            Optional<Server> server = server(place, source);
            if (server.isEmpty()) {
                binding.report(Problem.warning("asyncapi-server", source));
            }
            read.put(place.value().source(), server);
            return server;
        });
    }

    private Optional<Server> server(References.Place place, SourceLocation source) {
        Value.Mapping body = place.value();
        return binding.text(body, "host")
                .or(() -> binding.text(body, "url"))
                .flatMap(address -> Server.of(
                        filled(place, address),
                        binding.text(body, "protocol").filter(word -> !word.isBlank()),
                        filled(place, binding.text(body, "pathname").orElse("")),
                        source));
    }

    /// With the defaults of its variables.
    private String filled(References.Place place, String text) {
        if (!text.contains("{")) {
            return text;
        }
        String filled = text;
        for (Value.Field variable : binding.mapping(place.value(), "variables")
                .map(Value.Mapping::fields)
                .orElse(List.of())) {
            String hole = "{" + variable.key() + "}";
            Optional<String> given = filled.contains(hole)
                    ? references
                            .follow(place.root(), variable.value())
                            .flatMap(found -> binding.text(found.value(), "default"))
                    : Optional.empty();
            if (given.isPresent() && filled.length() < 10_000) {
                filled = filled.replace(hole, given.get());
            }
        }
        return filled;
    }
}
