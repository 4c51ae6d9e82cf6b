package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.HealthRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a native check says that it is asked.
class NativeRequestTest {
    private static final Path ROOT = Path.of("/shop");

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "', http: 1.1', false",
        "', http: 2', true",
        "', http: \"2\"', true",
        "', http: null', false"
    })
    void readsTheVersionOfHttp(String key, boolean http2) {
        Loaded loaded = load("{url: \"https://shop.example/health\"" + key + "}");

        assertThat(problems(loaded)).isEmpty();
        assertThat(request(loaded)).isEqualTo(http2 ? HealthRequest.OVER_HTTP_2 : HealthRequest.PLAIN);
    }

    @Test
    void readsHeadersBesideIt() {
        HealthRequest request = request(load("{url: \"http://shop.example/\", headers: {X-Key: shop}, http: 2}"));

        assertThat(request.headers()).containsEntry("X-Key", "shop");
        assertThat(request.http2()).isTrue();
    }

    @Test
    void reportsAVersionThatCannotBeAskedForAndOneForWhatIsNotHttp() {
        Loaded odd = load("{url: \"http://shop.example/\", http: 3}");
        Loaded grpc = load("{url: \"grpc://shop.example:9000\", http: 2}");

        assertThat(problems(odd)).containsExactly("bad-http-version shop.yaml:4:47");
        assertThat(problems(grpc)).containsExactly("http-version-needs-http shop.yaml:4:51");
        assertThat(request(odd).http2()).isFalse();
        assertThat(request(grpc).http2()).isFalse();
    }

    private static List<String> problems(Loaded loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " " + problem.source())
                .toList();
    }

    private static HealthRequest request(Loaded loaded) {
        return loaded.topology()
                .service("orders")
                .orElseThrow()
                .healthChecks()
                .getFirst()
                .request();
    }

    private static Loaded load(String check) {
        String text = "topology: Shop\nservices:\n orders:\n  health: " + check + "\n";
        SourceText source = new SourceText("shop.yaml", text);
        return TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(new SourceFile(ROOT.resolve("shop.yaml"), SourceFile.Role.NAMED, source, List.of())));
    }
}
