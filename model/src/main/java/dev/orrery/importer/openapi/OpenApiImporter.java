package dev.orrery.importer.openapi;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ApiHost;
import dev.orrery.importer.ApiTitle;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// OpenAPI 3 and Swagger 2.
public final class OpenApiImporter implements TopologyImporter {
    @Override
    public String format() {
        return "openapi";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(OpenApiImporter::describes).isPresent();
    }

    private static boolean describes(Value.Mapping root) {
        return begins(root, "openapi", "3") || begins(root, "swagger", "2");
    }

    private static boolean begins(Value.Mapping root, String key, String version) {
        return root.get(key).orElse(null) instanceof Value.Scalar scalar
                && scalar.text().startsWith(version);
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            Value.Mapping root = ((Document.Tree) document).mapping().orElseThrow();
            String file = document.text().file();
            drafts.add(Draft.of("openapi", file)
                    .add(service(root, file, new Binding(report)))
                    .build());
        }
        return drafts;
    }

    private static Service service(Value.Mapping root, String file, Binding binding) {
        Optional<Value.Mapping> info = binding.mapping(root, "info");
        Optional<Value.Scalar> title = info.flatMap(mapping -> binding.scalar(mapping, "title"));
        ApiTitle named = ApiTitle.of(title.map(Value.Scalar::text).orElse(null), file);
        String version =
                info.flatMap(mapping -> binding.text(mapping, "version")).orElse("");
        List<String> servers = OpenApiServers.urls(root, binding);
        Set<String> aliases = new HashSet<>(named.aliases());
        servers.forEach(url -> ApiHost.of(url).ifPresent(aliases::add));
        Optional<HealthCheck> health = HealthPath.of(root, servers);
        return Service.builder(named.name(), title.map(Value.Scalar::source).orElse(root.source()))
                .aliases(aliases)
                .provides(Map.of(named.name(), version))
                .healthChecks(health.stream().toList())
                .build();
    }
}
