package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyLoaderTest {
    private static final String SHOP = """
            topology: Shop
            services:
              web: {kind: web, depends_on: [db]}
              db: {kind: database}
            """;

    @TempDir
    private Path folder;

    @Test
    void aWorkspaceStatesWhoIsWho() throws IOException {
        Path compose = Files.writeString(folder.resolve("compose.yaml"), "services: {cart: {image: a}}\n");
        Path other = Files.writeString(
                folder.resolve("other.yaml"), "topology: T\nservices: {basket-42: {owner: team-a}}\n");
        Files.writeString(folder.resolve("orrery.workspace.yaml"), "format: 1\naliases: {cart: [basket-42]}\n");

        Loaded loaded = TopologyLoader.standard().load(List.of(folder));

        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("basket-42");
        assertThat(loaded.topology().services().getFirst().owner()).isEqualTo("team-a");
        assertThat(loaded.sources())
                .extracting(SourceFile::path)
                .containsExactlyInAnyOrder(compose, other, folder.resolve("orrery.workspace.yaml"));
        assertThat(TopologyLoader.standard()
                        .read(loaded.root(), loaded.sources())
                        .topology())
                .isEqualTo(loaded.topology());
    }

    @Test
    void whereTwoSourcesDifferTheOneNamedFirstCountsWhateverItsFormat() throws IOException {
        Path compose = write("compose.yaml", "services: {cart: {image: from-compose}}\n");
        Path shop = write("shop.yaml", "topology: Shop\nservices: {cart: {technology: from-shop}}\n");

        assertThat(technologies(List.of(compose, shop))).containsExactly("from-compose");
        assertThat(technologies(List.of(shop, compose))).containsExactly("from-shop");
        assertThat(technologies(List.of(folder))).containsExactly("from-shop");
    }

    private static List<@Nullable String> technologies(List<Path> paths) {
        return TopologyLoader.standard().load(paths).topology().services().stream()
                .<@Nullable String>map(Service::technology)
                .toList();
    }

    @Test
    void readsANamedFile() throws IOException {
        Path file = write("shop.yaml", SHOP);
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Shop");
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("db", "web");
        assertThat(loaded.topology().dependencies()).extracting(Dependency::to).containsExactly("db");
        assertThat(loaded.sources())
                .singleElement()
                .extracting(SourceFile::path)
                .isEqualTo(file);
    }

    @Test
    void theRootIsTheNearestFolderWithAGitFolder() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Path file = write("deploy/prod/shop.yaml", SHOP);
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.root()).isEqualTo(folder);
        assertThat(loaded.topology().services().getFirst().source().file()).isEqualTo("deploy/prod/shop.yaml");
    }

    @Test
    void aFolderGivesAllThatItHoldsAndPassesOverTheRest() throws IOException {
        write("a/shop.yaml", SHOP);
        write("b/more.yml", "topology: More\nservices:\n  mail: {depends_on: [web]}\n");
        write("b/notes.yaml", "just: notes\n");
        write("b/broken.yaml", "{{ .Values.x }}\n");
        write("node_modules/x/shop.yaml", "topology: No\nservices: {no: {}}\n");
        write("a/shop.workspace.yaml", SHOP);
        Loaded loaded = TopologyLoader.standard().load(List.of(folder));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("db", "mail", "web");
        assertThat(loaded.sources())
                .extracting(source -> source.text().file())
                .containsExactly("a/shop.yaml", "b/more.yml");
    }

    @Test
    void aFileIsReadOnceHoweverOftenItIsNamed() throws IOException {
        Path file = write("shop.yaml", SHOP);
        Loaded loaded = TopologyLoader.standard().load(List.of(file, folder, file));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.sources()).hasSize(1);
    }

    @Test
    void severalSourcesThatDisagreeAreNamedAfterTheirFolder() throws IOException {
        write("shop/a.yaml", SHOP);
        write("shop/b.yaml", "topology: More\nservices: {mail: {}}\n");
        assertThat(TopologyLoader.standard()
                        .load(List.of(folder.resolve("shop")))
                        .topology()
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void theFileBesideIsReadOnlyInsideTheRoot() throws IOException {
        Path outside = write("secrets", "TAG=leaked\n");
        Path file = write("root/compose.yaml", "services: {web: {image: \"x:$TAG\"}}\n");
        Files.createSymbolicLink(file.resolveSibling(".env"), outside);
        assertThat(TopologyLoader.standard()
                        .load(List.of(file))
                        .topology()
                        .services()
                        .getFirst()
                        .technology())
                .isEqualTo("x:$TAG");
        Files.delete(file.resolveSibling(".env"));
        write("root/.env", "TAG=1.2\n");
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.topology().services().getFirst().technology()).isEqualTo("x:1.2");
        assertThat(loaded.sources())
                .extracting(SourceFile::role)
                .containsExactly(SourceFile.Role.NAMED, SourceFile.Role.SIDE);
    }

    @Test
    void textsCanBeReadAgainAfterAnEdit() throws IOException {
        Loaded loaded = TopologyLoader.standard().load(List.of(write("shop.yaml", SHOP)));
        List<SourceFile> edited = loaded.sources().stream()
                .map(source -> source.withContent(SHOP + "  mail: {}\n"))
                .toList();
        Loaded again = TopologyLoader.standard().read(loaded.root(), edited);
        assertThat(again.topology().services()).extracting(Service::id).contains("mail");
    }

    @Test
    void whatIsNoTopologyIsALocatedProblem() throws IOException {
        assertThat(codes(write("missing/../none.yaml", "").resolveSibling("gone.yaml")))
                .containsExactly("file-missing");
        assertThat(codes(write("empty.yaml", ""))).containsExactly("empty-file");
        assertThat(codes(write("comment.yaml", "# nothing\n"))).containsExactly("no-services");
        assertThat(codes(write("other.yaml", "a: b\n"))).containsExactly("not-a-topology");
        assertThat(codes(write("x.workspace.yaml", SHOP))).containsExactly("workspace-is-no-descriptor");
    }

    private List<String> codes(Path file) {
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.topology().services()).isEmpty();
        return loaded.problems().stream().map(Problem::code).toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
