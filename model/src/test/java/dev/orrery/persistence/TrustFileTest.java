package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.probe.Origin;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFileTest {
    private static final Origin LOCAL = origin("http://localhost:1");
    private static final Origin SHOP = origin("https://shop.example");

    @TempDir
    private Path home;

    private DataFolder data = new DataFolder(Path.of(""));
    private TrustFile file = new TrustFile(data, AtomicFile.ownerOnly());

    @BeforeEach
    void locate() {
        data = new DataFolder(home.resolve("data"));
        file = new TrustFile(data, AtomicFile.ownerOnly());
    }

    @Test
    void whatIsAllowedIsAllowedForOneFolderAlone() {
        Path one = home.resolve("one");
        file.allow(one, null, Trust.of(List.of(LOCAL)));
        file.allow(one, null, Trust.of(List.of(SHOP)));
        file.allow(home.resolve("two"), null, Trust.of(List.of(SHOP)));

        assertThat(file.of(one)).isEqualTo(Trusts.ofDeclared(Trust.of(List.of(LOCAL, SHOP))));
        assertThat(file.of(home)).isEqualTo(Trusts.NONE);

        file.forgetAll();

        assertThat(file.of(one)).isEqualTo(Trusts.NONE);
        assertThat(file.of(home.resolve("two"))).isEqualTo(Trusts.NONE);
    }

    @Test
    void eachEnvironmentOfAFolderHasItsOwn() {
        Trust sending =
                new Trust(new TreeSet<>(List.of(SHOP)), new TreeSet<>(List.of(new SecretUse("shop-staging", SHOP))));
        file.allow(home, "staging", sending);
        file.allow(home, null, Trust.of(List.of(LOCAL)));

        Trusts read = file.of(home);
        assertThat(read.in("staging")).isEqualTo(sending);
        assertThat(read.in("production")).isEqualTo(Trust.NONE);
        assertThat(read.in(null)).isEqualTo(Trust.of(List.of(LOCAL)));
        assertThat(file.of(home.resolve("other")).in("staging")).isEqualTo(Trust.NONE);
    }

    @Test
    void aFileFromBeforeThereWereEnvironmentsKeepsWhatItAllowedAndAllowsNothingMore() throws IOException {
        Files.createDirectories(data.path());
        Files.writeString(
                data.trust(), """
                {"format": 1,
                 "folders": [{"folder": "%s", "origins": ["http://localhost:1", "not an origin"]},
                             {"folder": "/elsewhere", "origins": ["https://shop.example"]}],
                 "later": true}
                """.formatted(home.toAbsolutePath().toString().replace("\\", "\\\\")));

        assertThat(file.of(home)).isEqualTo(Trusts.ofDeclared(Trust.of(List.of(LOCAL))));
        assertThat(file.of(home).in("staging")).isEqualTo(Trust.NONE);

        file.allow(home, "staging", Trust.of(List.of(SHOP)));

        assertThat(file.of(home).in(null)).isEqualTo(Trust.of(List.of(LOCAL)));
        assertThat(file.of(Path.of("/elsewhere")).in(null)).isEqualTo(Trust.of(List.of(SHOP)));
        assertThat(data.trust()).content().contains("\"later\"");
    }

    @Test
    void whatAnEnvironmentAllowsIsNotInTheListThatOlderVersionsRead() throws IOException {
        file.allow(home, "staging", Trust.of(List.of(SHOP)));

        assertThat(Files.readString(data.trust()).replaceAll("\\s", ""))
                .contains("\"folders\":[]")
                .contains("\"environment\":\"staging\"");
    }

    @Test
    void aBrokenFileAllowsNothing() throws IOException {
        file.allow(home, null, Trust.of(List.of(SHOP)));
        Files.writeString(data.trust(), Files.readString(data.trust()) + "x");

        assertThat(file.of(home)).isEqualTo(Trusts.NONE);
        assertThat(file.notice()).isPresent();
    }

    private static Origin origin(String url) {
        return Origin.of(url).orElseThrow();
    }
}
