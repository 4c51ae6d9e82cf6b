package dev.orrery.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {
    @TempDir
    private Path folder;

    private Path top = Path.of("");

    @BeforeEach
    void gitIsHere() throws IOException {
        assumeTrue(Git.isHere(), "git makes the repositories of these tests");
        top = folder.toRealPath().resolve("shop");
    }

    private static String shop(String... services) {
        return "topology: Shop\nservices:\n"
                + String.join(
                        "",
                        Stream.of(services)
                                .map(id -> "  " + id + ": {kind: service}\n")
                                .toList());
    }

    private List<String> services(String revision, Path... paths) {
        RevisionReading reading = Revisions.read(List.of(paths), revision);
        assertThat(reading).isInstanceOf(RevisionReading.Read.class);
        Topology topology = ((RevisionReading.Read) reading).loaded().topology();
        return topology.services().stream().map(Service::id).toList();
    }

    private String refused(String revision, Path path) {
        return Revisions.read(List.of(path), revision) instanceof RevisionReading.Refused(String code, List<String> _)
                ? code
                : "";
    }

    @Test
    void aFileIsReadAsItWas() throws IOException {
        Git git = Git.init(top);
        String first = git.write("shop.yaml", shop("web")).commit("One");
        git.run("tag", "-a", "v1", "-m", "First");
        git.write("shop.yaml", shop("web", "db")).commit("Two");
        git.run("branch", "side", "HEAD~1");
        git.write("shop.yaml", shop("later"));
        Path file = top.resolve("shop.yaml");
        assertThat(services("HEAD", file)).containsExactly("db", "web");
        for (String revision : List.of(
                "HEAD~1",
                "HEAD~",
                "HEAD^",
                "v1",
                "side",
                "refs/heads/side",
                first,
                first.substring(0, 8),
                "main^1~0")) {
            assertThat(services(revision, file)).as(revision).containsExactly("web");
        }
        for (String nothing : List.of("HEAD~2", "v2", "HEAD^2", "", "../../etc/passwd", "ffff", "config", "HEAD@{1}")) {
            assertThat(refused(nothing, file)).as(nothing).isEqualTo("unknown");
        }
    }

    @Test
    void packedObjectsAndNamesAreRead() throws IOException {
        Git git = Git.init(top);
        SplittableRandom random = new SplittableRandom(7);
        SortedMap<String, String> written = new TreeMap<>();
        StringBuilder text = new StringBuilder(shop("web"));
        for (int number = 0; number < 40; number++) {
            int at = text.indexOf("\n", random.nextInt(text.length() - 10)) + 1;
            text.insert(
                    at < 30 ? text.length() : at,
                    "  s" + number + ": {kind: service, owner: team-" + random.nextInt(1000) + "}\n");
            git.write("deep/er/shop.yaml", text.toString());
            written.put(git.commit("Number " + number), text.toString());
        }
        git.run("gc", "-q", "--aggressive", "--prune=now");
        try (Stream<Path> packs = Files.list(top.resolve(".git/objects/pack"))) {
            assertThat(packs.filter(file -> file.toString().endsWith(".pack"))).hasSize(1);
        }
        assertThat(top.resolve(".git/refs/heads/main")).doesNotExist();
        assertThat(services("main", top)).hasSize(41);
        try (GitRepository repository = GitRepository.around(top).orElseThrow()) {
            for (var each : written.entrySet()) {
                Commit commit = repository.commit(each.getKey()).orElseThrow();
                CommittedFiles files = new CommittedFiles(repository, commit, top.resolve("deep"), List.of());
                assertThat(files.content("er/shop.yaml").orElseThrow())
                        .asString()
                        .isEqualTo(each.getValue());
                assertThat(files.below("")).containsExactly("er/shop.yaml");
            }
        }
    }

    @Test
    void aFolderIsLookedThroughByTheSameRulesAsOnTheDisk() throws IOException {
        Git git = Git.init(top);
        git.write("a/catalog-info.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a}
                spec: {type: service, owner: team, lifecycle: production}
                """);
        git.write("b/shop.yaml", shop("b"))
                .write("node_modules/x/shop.yaml", shop("x"))
                .write("b/left/shop.yaml", shop("left"))
                .write("b/.gitignore", "left/\n")
                .write("orrery.workspace.yaml", "aliases: {b: [bb]}\n")
                .write("package.json", "{}");
        git.run("add", "-f", "b/left/shop.yaml");
        git.commit("All");
        assertThat(services("HEAD", top)).containsExactly("b", "component:default/a");
        assertThat(TopologyLoader.standard().load(List.of(top)).topology())
                .isEqualTo(((RevisionReading.Read) Revisions.read(List.of(top), "HEAD"))
                        .loaded()
                        .topology());
        assertThat(services("HEAD", top.resolve("b"))).containsExactly("b");
    }

    @Test
    void whatIsGoneFromTheDiskIsStillRead() throws IOException {
        Git git = Git.init(top);
        git.write("shop.yaml", shop("web")).commit("One");
        git.run("rm", "-q", "shop.yaml");
        git.commit("Two");
        assertThat(services("HEAD~1", top.resolve("shop.yaml"))).containsExactly("web");
    }

    @Test
    void aWorktreeSharesTheRepositoryOfItsFolder() throws IOException {
        Git git = Git.init(top);
        git.write("shop.yaml", shop("web")).commit("One");
        Path other = top.resolveSibling("other");
        git.run("worktree", "add", "-q", "-b", "work", other.toString());
        git.in(other).write("shop.yaml", shop("worked")).commit("Worked");
        assertThat(services("HEAD", other.resolve("shop.yaml"))).containsExactly("worked");
        assertThat(services("HEAD", top.resolve("shop.yaml"))).containsExactly("web");
        assertThat(services("main", other.resolve("shop.yaml"))).containsExactly("web");
    }

    @Test
    void aRepositoryWithLongIdsIsRead() throws IOException {
        Git git = Git.init(top, "--object-format=sha256");
        String id = git.write("shop.yaml", shop("web")).commit("One");
        git.run("gc", "-q");
        assertThat(id).hasSize(64);
        assertThat(services(id.substring(0, 12), top)).containsExactly("web");
    }

    @Test
    void nothingIsRunAndNothingIsWritten() throws IOException {
        Git git = Git.init(top);
        git.write(".gitattributes", "*.yaml filter=evil\n")
                .write("shop.yaml", shop("web"))
                .commit("One");
        Path trace = folder.resolve("ran");
        String command = "touch " + trace;
        for (String key :
                List.of("filter.evil.smudge", "filter.evil.clean", "core.fsmonitor", "core.sshCommand", "core.pager")) {
            git.run("config", key, command);
        }
        for (String hook : List.of("post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc")) {
            Path script = top.resolve(".git/hooks").resolve(hook);
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\n" + command + "\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        SortedMap<String, FileTime> before = times(folder);
        assertThat(services("HEAD", top)).containsExactly("web");
        assertThat(Revisions.touching(List.of(top), 10, () -> false)).hasSize(1);
        assertThat(times(folder)).isEqualTo(before);
        assertThat(trace).doesNotExist();
    }

    private static SortedMap<String, FileTime> times(Path folder) throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                times.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void objectsOfAnotherRepositoryAreNotReached() throws IOException {
        Git secret = Git.init(top.resolveSibling("secret"));
        String id = secret.write("shop.yaml", shop("secret")).commit("Secret");
        Git git = Git.init(top);
        git.write("shop.yaml", shop("web")).commit("One");
        Path info = Files.createDirectories(top.resolve(".git/objects/info"));
        Files.writeString(info.resolve("alternates"), top.resolveSibling("secret/.git/objects") + "\n");
        assertThat(git.run("cat-file", "-t", id)).startsWith("commit");
        assertThat(refused(id, top)).isEqualTo("unknown");
        Files.createSymbolicLink(
                top.resolve(".git/refs/heads/evil"), top.resolveSibling("secret/.git/refs/heads/main"));
        assertThat(refused("evil", top)).isEqualTo("unknown");
    }

    @Test
    void anObjectThatIsNotWhatItsIdSaysIsRefused() throws IOException {
        Git git = Git.init(top);
        String first = git.write("shop.yaml", shop("web")).commit("One");
        String second = git.write("shop.yaml", shop("db")).commit("Two");
        Path of = top.resolve(".git/objects");
        Path one = of.resolve(first.substring(0, 2)).resolve(first.substring(2));
        Path other = of.resolve(second.substring(0, 2)).resolve(second.substring(2));
        assertThat(other.toFile().setWritable(true)).isTrue();
        byte[] foreign = Files.readAllBytes(one);
        Files.write(other, foreign);
        assertThat(refused("HEAD", top)).isEqualTo("unreadable");
        for (int length : new int[] {0, 1, 10, foreign.length - 1}) {
            Files.write(other, Arrays.copyOf(foreign, length));
            assertThat(refused("HEAD", top)).as(length + " bytes").isEqualTo("unreadable");
        }
    }

    @Test
    void aCutOrChangedPackIsRefusedAndNeverReadWrong() throws IOException {
        Git git = Git.init(top);
        for (int number = 0; number < 8; number++) {
            git.write("shop.yaml", shop("web", "s" + number) + "# a comment that is long enough\n".repeat(20))
                    .commit("N" + number);
        }
        git.run("gc", "-q", "--aggressive");
        Path pack;
        try (Stream<Path> packs = Files.list(top.resolve(".git/objects/pack"))) {
            pack = packs.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(pack);
        assertThat(pack.toFile().setWritable(true)).isTrue();
        SplittableRandom random = new SplittableRandom(11);
        for (int attempt = 0; attempt < 150; attempt++) {
            byte[] broken = whole.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(pack, attempt % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : broken);
            if (Revisions.read(List.of(top.resolve("shop.yaml")), "HEAD~3") instanceof RevisionReading.Read read
                    && !read.loaded().topology().services().isEmpty()) {
                assertThat(read.loaded().topology().services())
                        .extracting(Service::id)
                        .containsExactly("s4", "web");
            }
        }
    }

    @Test
    void commitsThatTouchedTheOpenedFilesAreTold() throws IOException {
        Git git = Git.init(top);
        git.write("readme.txt", "x").commit("Before");
        git.write("shop.yaml", shop("web")).commit("First");
        git.write("readme.txt", "y").commit("Elsewhere");
        git.write("shop.yaml", shop("web", "db")).commit("Second");
        assertThat(Revisions.touching(List.of(top.resolve("shop.yaml")), 10, () -> false))
                .extracting(Revision::subject)
                .containsExactly("Second", "First");
        assertThat(Revisions.touching(List.of(top.resolve("shop.yaml")), 1, () -> false))
                .hasSize(1);
        assertThat(Revisions.touching(List.of(top.resolve("shop.yaml")), 10, () -> true))
                .isEmpty();
    }

    @Test
    void aFolderWithoutARepositoryIsRefused() throws IOException {
        Files.createDirectories(top);
        Files.writeString(top.resolve("shop.yaml"), shop("web"));
        assertThat(refused("HEAD", top.resolve("shop.yaml"))).isEqualTo("no-repository");
        Files.writeString(top.resolve(".git"), "gitdir: /nowhere/at/all\n");
        assertThat(refused("HEAD", top.resolve("shop.yaml"))).isEqualTo("no-repository");
        assertThat(Revisions.touching(List.of(top.resolve("shop.yaml")), 10, () -> false))
                .isEmpty();
    }
}
