package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.health.Acknowledgement;
import dev.orrery.health.Attention;
import dev.orrery.health.Health;
import dev.orrery.health.Maintenance;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionFileTest {
    private static final Instant FROM = Instant.parse("2026-01-02T22:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-01-02T23:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsReadAgainForTheSameTopologyAlone() {
        Attention said = said("Ann looks at the “disk”\n\u0007");

        assertThat(file("shop.yaml").write("", said).isDone()).isTrue();

        assertThat(file("shop.yaml").read("")).isEqualTo(new AttentionFile.Read(said, Optional.empty()));
        assertThat(file("other.yaml").read("").attention()).isEqualTo(Attention.NONE);
        assertThat(file("deeper/shop.yaml").read("").attention()).isEqualTo(Attention.NONE);
    }

    @Test
    void environmentsAreKeptApart() {
        Attention live = said("live");
        Attention staging = said("staging");
        file("shop.yaml").write("live", live);
        file("shop.yaml").write("staging", staging);

        file("shop.yaml").write("staging", Attention.NONE);

        assertThat(file("shop.yaml").read("live").attention()).isEqualTo(live);
        assertThat(file("shop.yaml").read("staging").attention()).isEqualTo(Attention.NONE);
        assertThat(file("shop.yaml").read("").attention()).isEqualTo(Attention.NONE);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such rights here");
        file("shop.yaml").write("", said("disk"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatWasSaidOfManyAtOnceIsWrittenOnce() throws IOException {
        Maintenance night = new Maintenance(FROM, UNTIL, "a note that is not to stand there ten thousand times");
        SortedMap<String, NavigableSet<Maintenance>> times = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            times.put("service-" + i, new TreeSet<>(List.of(night)));
        }
        Attention all = new Attention(new TreeMap<>(), times);

        assertThat(file("shop.yaml").write("", all).isDone()).isTrue();

        assertThat(file("shop.yaml").read("").attention()).isEqualTo(all);
        assertThat(Files.size(kept())).isLessThan(500_000);
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        file("shop.yaml").write("", said("before"));
        Attention tooMuch = said("x".repeat(5 * 1024 * 1024));

        Written written = file("shop.yaml").write("", tooMuch);

        assertThat(written)
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.why()).contains("too large"));
        assertThat(file("shop.yaml").read("").attention()).isEqualTo(said("before"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"environments\": [{\"name\": \"\", \"acknowledged\": [{\"seen\": "})
    void aBrokenFileIsToldAndSetAsideBeforeANewOneIsBegun(String broken) throws IOException {
        file("shop.yaml").write("", said("before"));
        Files.writeString(kept(), broken);

        AttentionFile.Read read = file("shop.yaml").read("");
        assertThat(read.attention()).isEqualTo(Attention.NONE);
        assertThat(read.notice()).hasValueSatisfying(words -> assertThat(words).contains("cannot be read"));

        assertThat(file("shop.yaml").write("", said("after")).isDone()).isTrue();
        assertThat(file("shop.yaml").read("").attention()).isEqualTo(said("after"));
        assertThat(Files.readString(aside())).isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"acknowledged\": [{\"seen\": \"BLUE\", \"until\": \"2026-01-02T23:30:00Z\", \"services\":"
                        + " [\"shop\"]}]",
                "\"acknowledged\": [{\"seen\": \"DOWN\", \"until\": \"soon\", \"services\": [\"shop\"]}]",
                "\"acknowledged\": [7]",
                "\"maintenance\": [{\"from\": \"2026-01-03T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\","
                        + " \"services\": []}]",
            })
    void whatIsNotUnderstoodIsToldAndNotLost(String entry) throws IOException {
        file("shop.yaml").write("", said("before"));
        Files.writeString(kept(), "{\"format\": 1, \"environments\": [{\"name\": \"\", " + entry + "}]}");

        AttentionFile.Read read = file("shop.yaml").read("");
        assertThat(read.notice()).hasValueSatisfying(words -> assertThat(words).contains("Not all"));

        String before = Files.readString(kept());
        assertThat(file("shop.yaml").write("", said("after")).isDone()).isTrue();
        assertThat(Files.readString(aside())).isEqualTo(before);
        assertThat(file("shop.yaml").read("").attention()).isEqualTo(said("after"));
    }

    @Test
    void aFileOfANewerOrreryIsLeftAlone() throws IOException {
        file("shop.yaml").write("", said("before"));
        String newer = "{\"format\": 2, \"something\": \"else\"}";
        Files.writeString(kept(), newer);

        assertThat(file("shop.yaml").read("").notice())
                .hasValueSatisfying(words -> assertThat(words).contains("newer Orrery"));
        assertThat(file("shop.yaml").write("", said("after")).isDone()).isFalse();
        assertThat(Files.readString(kept())).isEqualTo(newer);
    }

    @Test
    void keysThatThisVersionDoesNotKnowSurvive() throws IOException {
        file("shop.yaml").write("", said("before"));
        Files.writeString(kept(), Files.readString(kept()).replaceFirst("\\{", "{\"later\": [1, 2],"));

        file("shop.yaml").write("", said("after"));

        assertThat(Files.readString(kept())).contains("\"later\"");
    }

    private AttentionFile file(String named) {
        return new AttentionFile(new DataFolder(folder), Path.of("/somewhere").resolve(named), AtomicFile.ownerOnly());
    }

    private static Attention said(String note) {
        return new Attention(
                new TreeMap<>(Map.of("shop", new Acknowledgement(Health.DOWN, UNTIL, note))),
                new TreeMap<>(Map.of(
                        "db", new TreeSet<>(List.of(new Maintenance(FROM, UNTIL, note))),
                        "web", new TreeSet<>(List.of(new Maintenance(FROM, UNTIL, note))))));
    }

    private Path kept() throws IOException {
        return only("shop.yaml-", ".json");
    }

    private Path aside() throws IOException {
        return only("shop.yaml-", ".broken-1");
    }

    private Path only(String beginning, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("attention"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
