package dev.orrery.importer;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    private static final String SHOP = "topology: Shop\nservices: {web: {depends_on: [db]}, db: {}}\n";

    @TempDir
    Path folder;

    @Test
    void saysWhatBecameOfEveryFile() throws IOException {
        write("shop.yaml", SHOP);
        write("compose.yaml", "services: {web: {image: 'x:$TAG'}}\n");
        write(".env", "TAG=1\n");
        write("notes.yml", "just: notes\n");
        write("broken.json", "{\"a\": [1,\n");
        write("Main.java", "class Main {}\n");
        write("pom.xml", "<project/>\n");
        write("package.json", "{}");
        write("shop.workspace.yaml", "pins: {}\n");
        write("node_modules/x/shop.yaml", SHOP);
        write(".git/shop.yaml", SHOP);
        Files.write(folder.resolve("utf16.yaml"), ("\uFEFF" + SHOP).getBytes(UTF_16LE));
        Files.createSymbolicLink(folder.resolve("linked.yaml"), folder.resolve("shop.yaml"));
        assertThat(readings())
                .containsExactly(
                        ".env: beside",
                        "broken.json: broken",
                        "compose.yaml: [compose]",
                        "linked.yaml: link",
                        "node_modules: other-folder",
                        "notes.yml: no-format",
                        "package.json: other-tool",
                        "shop.workspace.yaml: workspace",
                        "shop.yaml: [native]",
                        "utf16.yaml: not-text");
        assertThat(load().readings().stream().flatMap(reading -> reading.reason().stream()))
                .hasSize(8)
                .noneMatch(String::isBlank);
    }

    @Test
    void leavesOutWhatGitIgnores() throws IOException {
        write(".gitignore", "*.json\n/build\nold/\n");
        write(".git/info/exclude", "mine.yaml\n");
        write("a.json", "{}");
        write("mine.yaml", SHOP);
        write("build/shop.yaml", SHOP);
        write("x/old/shop.yaml", SHOP);
        write("x/.gitignore", "!b.json\nbuild.yaml\n");
        write("x/b.json", "{\"topology\": \"B\", \"services\": {\"b\": {}}}");
        write("x/build.yaml", SHOP);
        write("x/build/shop.yaml", SHOP);
        write("build.yaml", "topology: C\nservices: {c: {}}\n");
        assertThat(readings())
                .containsExactly(
                        "a.json: ignored",
                        "build: ignored-folder",
                        "build.yaml: [native]",
                        "mine.yaml: ignored",
                        "x/b.json: [native]",
                        "x/build.yaml: ignored",
                        "x/build/shop.yaml: [native]",
                        "x/old: ignored-folder");
        assertThat(load().topology().services()).extracting(Service::id).containsExactly("b", "c", "db", "web");
    }

    @Test
    void aLinkToAFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("shop.yaml"), SHOP);
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        write("own.yaml", "topology: C\nservices: {c: {}}\n");
        assertThat(readings()).containsExactly("own.yaml: [native]");
    }

    @Test
    void aNamedFileIsReadWhateverItsName() throws IOException {
        write(".gitignore", "*\n");
        Path file = write("package.json", "{\"topology\": \"B\", \"services\": {\"b\": {}}}");
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.readings()).containsExactly(new FileReading("package.json", List.of("native"), null));
    }

    @Test
    void theOrderIsThatOfTheNames() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("d%d/s%03d.yaml".formatted(i % 7, i), "topology: T\nservices: {s%03d: {}}\n".formatted(i));
        }
        List<SourceFile> sources = load().sources();
        assertThat(sources).hasSize(300).extracting(SourceFile::path).isSorted();
    }

    private List<String> readings() {
        return load().readings().stream()
                .map(reading -> reading.file() + ": " + (reading.isRead() ? reading.formats() : reading.note()))
                .toList();
    }

    private Loaded load() {
        return TopologyLoader.standard().load(List.of(folder));
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
