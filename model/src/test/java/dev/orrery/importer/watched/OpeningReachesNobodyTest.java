package dev.orrery.importer.watched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening sends no packet, looks up no name, starts no process, writes nothing, and reads nothing outside the root.
/// Each folder is opened in a process of its own, which tells what it did.
class OpeningReachesNobodyTest {
    @TempDir
    private Path temporary;

    @Test
    void theWatchNoticesAllOfIt() throws IOException, InterruptedException {
        Path outside = Files.writeString(temporary.resolve("outside.txt"), "secret");
        List<String> told = open(Files.createDirectory(temporary.resolve("empty")), outside.toString());
        assertThat(told)
                .contains(
                        "services 0",
                        "failed 3",
                        "read " + outside,
                        "write " + outside,
                        "name somewhere.example",
                        "socket",
                        "channel",
                        "jdk.ProcessStart");
    }

    @Test
    void aFolderThatAsksForMuchReachesNobody() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        Path outside = Files.writeString(temporary.resolve("outside.yaml"), "services: {outside: {image: x}}\n");
        Files.createSymbolicLink(folder.resolve("link.env"), outside);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort();
            write(folder, "compose.yaml", """
                    include: [%1$s/compose.yaml, ../outside.yaml, "git@example.org:a/b.git"]
                    services:
                      a:
                        build: %1$s/a.git
                        env_file: [../outside.yaml, link.env, /etc/hostname]
                        extends: {file: ../outside.yaml, service: outside}
                        environment: {URL: %1$s/x, HOME:}
                        healthcheck: {test: curl %1$s/health}
                    """, url);
            write(folder, "workspace.dsl", """
                    workspace extends %1$s/base.json {
                      model {
                        !include %1$s/model.dsl
                        !include ../outside.yaml
                        !script groovy {
                          new URL("%1$s").text
                        }
                        !plugin com.example.Plugin
                        !docs ../docs
                        a = softwareSystem "A"
                      }
                      views {
                        themes %1$s/theme.json default
                      }
                    }
                    """, url);
            write(folder, "workspace.json", """
                    {"model": {"softwareSystems": [{"id": "1", "name": "B"}]},
                     "views": {"configuration": {"themes": ["%1$s/theme.json"]}}}
                    """, url);
            write(folder, "catalog-info.yaml", """
                    apiVersion: backstage.io/v1alpha1
                    kind: Location
                    metadata: {name: all}
                    spec: {targets: ["%1$s/catalog-info.yaml", ../outside.yaml, "../**/*.yaml"]}
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata: {name: c}
                    spec: {type: service, lifecycle: production, owner: x}
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: API
                    metadata: {name: c}
                    spec: {type: openapi, lifecycle: production, owner: x, definition: {$text: "%1$s/api.yaml"}}
                    """, url);
            write(folder, "net.graphml", """
                    <!DOCTYPE graphml SYSTEM "%1$s/g.dtd" [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                    <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
                    <node id="&e;"/></graph></graphml>
                    """, url);
            write(folder, "kustomization.yaml", """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    resources: [%1$s/base.yaml, github.com/example/base?ref=main, ../outside.yaml]
                    """, url);
            write(folder, "api.yaml", """
                    openapi: 3.1.0
                    info: {title: D, version: "1"}
                    servers: [{url: "%1$s"}]
                    paths: {/health: {get: {$ref: "%1$s/more.yaml"}}}
                    """, url);
            List<String> told = open(folder);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst()).matches("services [3-9]");
            server.setSoTimeout(1);
            assertThat(isAsked(server)).isFalse();
        }
    }

    @Test
    void theWholeCorpusReachesNobody() throws IOException, InterruptedException {
        List<String> told = open(Corpus.path("").toRealPath());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).matches("services \\d{4}");
    }

    private List<String> open(Path folder, String... more) throws IOException, InterruptedException {
        Path services = Files.createDirectories(temporary.resolve("classes/META-INF/services"));
        Files.writeString(
                services.resolve("java.net.spi.InetAddressResolverProvider"), WatchedNames.class.getName() + "\n");
        String classPath = temporary.resolve("classes") + File.pathSeparator + classPath();
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Djava.nio.channels.spi.SelectorProvider=" + WatchedChannels.class.getName(),
                                        "-cp",
                                        classPath,
                                        WatchedOpening.class.getName(),
                                        folder.toString()),
                                Stream.of(more))
                        .toList())
                .redirectError(temporary.resolve("said.txt").toFile())
                .start();
        List<String> told = process.inputReader().readAllLines();
        assertThat(process.waitFor())
                .as(Files.readString(temporary.resolve("said.txt")))
                .isZero();
        return told;
    }

    /// That of this test, whichever launcher runs it.
    private static String classPath() {
        return OpeningReachesNobodyTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static void write(Path folder, String name, String text, String url) throws IOException {
        Files.writeString(folder.resolve(name), text.formatted(url));
    }

    private static boolean isAsked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
