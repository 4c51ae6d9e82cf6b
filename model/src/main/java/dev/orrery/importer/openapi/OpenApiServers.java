package dev.orrery.importer.openapi;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an interface is served: `servers` in version 3; `host`, `basePath` and `schemes` in version 2.
final class OpenApiServers {
    private OpenApiServers() {}

    static List<String> urls(Value.Mapping root, Binding binding) {
        List<String> urls = new ArrayList<>();
        for (Value item :
                root.get("servers").map(list -> binding.items("servers", list)).orElse(List.of())) {
            binding.mapping("servers", item)
                    .flatMap(server -> binding.text(server, "url"))
                    .ifPresent(urls::add);
        }
        Optional<String> host = binding.text(root, "host");
        if (host.isPresent()) {
            String path = binding.text(root, "basePath").orElse("");
            List<String> schemes = binding.texts(root, "schemes");
            (schemes.isEmpty() ? List.of("http") : schemes)
                    .forEach(scheme -> urls.add(scheme + "://" + host.get() + path));
        }
        return urls;
    }
}
