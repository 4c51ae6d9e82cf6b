package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenEnvironmentsTest {
    @TempDir
    private Path home;

    @Test
    void eachPathKeepsItsOwn() {
        chosen().choose(home.resolve("shop"), "staging");
        chosen().choose(home.resolve("bank"), "production");
        chosen().choose(home.resolve("shop"), "tunnel");

        assertThat(chosen().of(home.resolve("shop"))).contains("tunnel");
        assertThat(chosen().of(home.resolve("bank").resolve("..").resolve("bank")))
                .contains("production");
        assertThat(chosen().of(home)).isEmpty();

        chosen().choose(home.resolve("shop"), null);

        assertThat(chosen().of(home.resolve("shop"))).isEmpty();
        assertThat(chosen().of(home.resolve("bank"))).contains("production");
    }

    @Test
    void theOldestAreForgottenSoThatTheFileStaysSmall() {
        for (int i = 0; i <= 200; i++) {
            chosen().choose(home.resolve("p" + i), "staging");
        }

        assertThat(chosen().of(home.resolve("p0"))).isEmpty();
        assertThat(chosen().of(home.resolve("p1"))).contains("staging");
        assertThat(chosen().of(home.resolve("p200"))).contains("staging");
    }

    @Test
    void aBrokenFileRemembersNothingAndIsKept() throws IOException {
        Files.createDirectories(data().path());
        Files.writeString(data().environments(), "{\"chosen\": [");
        assertThat(chosen().of(home)).isEmpty();

        chosen().choose(home, "staging");

        assertThat(chosen().of(home)).contains("staging");
        assertThat(data().path().resolve("environments.json.broken-1")).exists();
    }

    private ChosenEnvironments chosen() {
        return new ChosenEnvironments(data(), AtomicFile.ownerOnly());
    }

    private DataFolder data() {
        return new DataFolder(home.resolve("data"));
    }
}
