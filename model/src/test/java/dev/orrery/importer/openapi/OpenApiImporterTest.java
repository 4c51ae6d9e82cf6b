package dev.orrery.importer.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiImporterTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();

    @Test
    void anInterfaceIsAServiceThatProvidesIt() {
        Service service = read("src/catalog/openapi.yml", """
                openapi: 3.0.1
                info: {title: Catalog API, version: "1.0"}
                servers: [{url: "https://{region}.shop.example"}, {url: "https://catalog.shop.example/v1/"}, {url: "http://localhost:8080"}]
                paths:
                  /ping: {get: {}}
                  /health: {post: {}}
                  /healthz: {get: {}}
                  /items/{id}: {get: {}}
                """);
        assertThat(service.id()).isEqualTo("Catalog API");
        assertThat(service.provides()).isEqualTo(Map.of("Catalog API", "1.0"));
        assertThat(service.aliases()).containsExactly("Catalog", "catalog", "catalog-api", "catalog.shop.example");
        assertThat(service.source()).hasToString("src/catalog/openapi.yml:2:15");
        assertThat(service.healthChecks())
                .singleElement()
                .satisfies(check -> assertThat(check.source()).hasToString("src/catalog/openapi.yml:7:3"))
                .extracting(HealthCheck::url)
                .isEqualTo("https://catalog.shop.example/v1/healthz");
    }

    @Test
    void swaggerHasItsHostInThreeParts() {
        Service service = read("a.json", """
                {"swagger": "2.0", "info": {"title": "Pets", "version": "2"}, "host": "pets.example:8443",
                 "basePath": "/api", "schemes": ["https"], "paths": {"/status": {"get": {}}}}
                """);
        assertThat(service.aliases()).containsExactly("pets", "pets.example");
        assertThat(service.healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("https://pets.example:8443/api/status");
    }

    @Test
    void withoutAnAbsoluteServerNothingCanBeAsked() {
        assertThat(read(
                                "a.yaml",
                                "openapi: 3.1.0\ninfo: {title: A}\nservers: [{url: /v1}]\npaths: {/health: {get: {}}}\n")
                        .healthChecks())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            src/orders/openapi.yml,      OpenAPI definition, orders
            services/cart/docs/v1/a.yml, '',                 cart
            petshop.openapi.yaml,        API,                petshop
            x/y.yaml,                    Swagger Petstore,   Swagger Petstore
            """)
    void aTitleThatSaysNothingGivesWayToTheFolder(String file, String title, String id) {
        assertThat(read(file, "openapi: 3.0.0\ninfo: {title: '%s', version: '1'}\npaths: {}\n".formatted(title))
                        .id())
                .isEqualTo(id);
    }

    @Test
    void theRetailStoreHasFiveInterfaces() {
        Loaded loaded = TopologyLoader.standard()
                .load(List.of(Corpus.path("api-servers/aws-containers+retail-store-sample-app")));
        assertThat(loaded.topology().services())
                .extracting(Service::id)
                .containsExactly("Catalog API", "Checkout service", "Recommendations API", "cart", "orders");
        assertThat(loaded.topology().dependencies()).isEmpty();
    }

    private static Service read(String name, String text) {
        SourceFile file =
                new SourceFile(ROOT.resolve(name), SourceFile.Role.NAMED, new SourceText(name, text), List.of());
        Loaded loaded = TopologyLoader.standard().read(ROOT, List.of(file));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services()).hasSize(1);
        return loaded.topology().services().getFirst();
    }
}
