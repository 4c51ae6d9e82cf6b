package dev.orrery.importer.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxImporterTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final String JSON = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6",
             "components": [{"bom-ref": "lib", "name": "lib"}],
             "services": [
               {"bom-ref": "gw", "name": "Gateway", "provider": {"name": "Acme"}, "trustZone": "Public",
                "endpoints": ["https://gw.example/"],
                "services": [{"bom-ref": "a", "name": "A"}, {"bom-ref": "b", "name": "Twin"}]},
               {"name": "Only a group", "services": [{"bom-ref": "c", "name": "Twin"}]}],
             "dependencies": [
               {"ref": "lib", "dependsOn": ["gw"]},
               {"ref": "gw", "dependsOn": ["a", "lib"]},
               {"ref": "a", "dependsOn": ["c"]}]}
            """;
    private static final String XML = """
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6">
              <services>
                <service bom-ref="gw"><provider><name>Acme</name></provider><name>Gateway</name>
                  <endpoints><endpoint>https://gw.example/</endpoint></endpoints><trustZone>Public</trustZone>
                  <services><service bom-ref="a"><name>A</name></service><service bom-ref="b"><name>Twin</name></service></services>
                </service>
                <service><name>Only a group</name><services><service bom-ref="c"><name>Twin</name></service></services></service>
              </services>
              <dependencies>
                <dependency ref="lib"><dependency ref="gw"/></dependency>
                <dependency ref="gw"><dependency ref="a"/><dependency ref="lib"/></dependency>
                <dependency ref="a"><dependency ref="c"/></dependency>
              </dependencies>
            </bom>
            """;

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void bothNotationsSayTheSame(String text) {
        Loaded loaded = read(text.startsWith("<") ? "bom.xml" : "bom.json", text, SourceFile.Role.NAMED);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " in " + service.boundary())
                .containsExactly("A in Gateway", "Gateway in Gateway", "b in Gateway", "c in Only a group");
        assertThat(loaded.topology().boundaries())
                .extracting(boundary -> boundary.id() + " " + boundary.kind() + " in " + boundary.within())
                .containsExactly(
                        "Gateway service-group in Public", "Only a group service-group in null", "Public zone in null");
        assertThat(edges(loaded)).containsExactly("A -> c cyclonedx.dependsOn", "Gateway -> A cyclonedx.dependsOn");
        Service gateway = loaded.topology().service("Gateway").orElseThrow();
        assertThat(gateway.owner()).isEqualTo("Acme");
        assertThat(gateway.aliases()).containsExactly("gw", "gw.example");
        assertThat(gateway.links()).containsEntry("endpoint", "https://gw.example/");
    }

    @Test
    void aBillOfComponentsAloneIsNamedOrPassedOver() {
        String text = "{\"bomFormat\": \"CycloneDX\", \"components\": []}";
        assertThat(read("bom.json", text, SourceFile.Role.NAMED).problems())
                .extracting(problem -> problem.code() + " " + problem.source())
                .containsExactly("cyclonedx-no-services bom.json:1:1");
        assertThat(read("bom.json", text, SourceFile.Role.FOUND).sources()).isEmpty();
    }

    @Test
    void aServiceWithoutNameAndADocumentTypeAreReported() {
        assertThat(read(
                                "b.json",
                                "{\"bomFormat\": \"CycloneDX\", \"services\": [{}, {\"name\": \"A\"}]}",
                                SourceFile.Role.NAMED)
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly("cyclonedx-unnamed");
        assertThat(read("b.xml", "<!DOCTYPE bom>" + XML, SourceFile.Role.NAMED).problems())
                .extracting(problem -> problem.code())
                .containsExactly("xml-doctype");
    }

    @Test
    void theExampleOfAGatewayIsReadWhole() {
        Loaded loaded = TopologyLoader.standard()
                .load(List.of(Corpus.path(
                        "cyclonedx/CycloneDX+bom-examples/SaaSBOM/apigateway-microservices-datastores/bom.json")));
        assertThat(edges(loaded))
                .containsExactly(
                        "API Gateway -> Microservice 1 cyclonedx.dependsOn",
                        "API Gateway -> Microservice 2 cyclonedx.dependsOn",
                        "API Gateway -> Microservice 3 cyclonedx.dependsOn",
                        "Microservice 1 -> Postgres cyclonedx.dependsOn",
                        "Microservice 3 -> S3 cyclonedx.dependsOn");
        assertThat(loaded.topology().services()).hasSize(6);
    }

    private static List<String> edges(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .map(edge -> edge.from() + " -> " + edge.to() + " "
                        + edge.evidence().getFirst().rule())
                .toList();
    }

    private static Loaded read(String name, String text, SourceFile.Role role) {
        return TopologyLoader.standard()
                .read(ROOT, List.of(new SourceFile(ROOT.resolve(name), role, new SourceText(name, text), List.of())));
    }
}
