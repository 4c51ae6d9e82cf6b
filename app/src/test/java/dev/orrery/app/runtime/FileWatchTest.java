package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private final ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
    private FileWatch watch;
    private Path file;

    @BeforeEach
    void watchOneFile() throws IOException {
        file = Files.writeString(folder.resolve("shop.yaml"), "topology: shop");
        // The thread is stopped, so that looking happens when the test says.
        watch = new FileWatch(never, changes::incrementAndGet);
        never.shutdownNow();
        watch.watch(Set.of(file));
    }

    @AfterEach
    void stop() {
        watch.close();
        never.close();
    }

    @Test
    void isSilentWhileNothingChanges() {
        watch.look();
        watch.look();

        assertThat(changes).hasValue(0);
    }

    @Test
    void tellsAChangeOnceWhenItHasSettled() throws IOException {
        Files.writeString(file, "topology: shop of shops");
        watch.look();
        assertThat(changes).as("it may still be written to").hasValue(0);
        watch.look();
        watch.look();

        assertThat(changes).hasValue(1);
    }

    @Test
    void tellsThatAFileIsGoneAndThatItIsBack() throws IOException {
        Files.delete(file);
        watch.look();
        watch.look();
        assertThat(changes).hasValue(1);

        Files.writeString(file, "topology: again");
        watch.look();
        watch.look();
        assertThat(changes).hasValue(2);
    }
}
