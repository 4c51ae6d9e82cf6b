package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Point;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.WorkspaceFile;
import dev.orrery.persistence.WorkspacePlace;
import dev.orrery.session.Arrangement;
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
    private Path workspace;

    @BeforeEach
    void watchOneFile() throws IOException {
        file = Files.writeString(folder.resolve("shop.yaml"), "topology: shop");
        workspace = folder.resolve("shop.workspace.yaml");
        // The thread is stopped, so that looking happens when the test says.
        watch = new FileWatch(never, changes::incrementAndGet);
        never.shutdownNow();
        watch.watch(Set.of(file), Set.of(workspace));
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

    @Test
    void isSilentAboutPinsInAWorkspace() throws IOException {
        Files.writeString(workspace, "format: 1\naliases: {a: [b]}\n");
        watch.watch(Set.of(file), Set.of(workspace));

        pin();
        lookTwice();

        assertThat(workspace).content().contains("pins:");
        assertThat(changes).hasValue(0);
    }

    @Test
    void tellsThatAWorkspaceStatesOtherAliases() throws IOException {
        Files.writeString(workspace, "format: 1\naliases: {a: [b]}\n");
        watch.watch(Set.of(file), Set.of(workspace));

        Files.writeString(workspace, "format: 1\naliases: {a: [b, c]}\n");
        lookTwice();
        assertThat(changes).hasValue(1);

        Files.delete(workspace);
        lookTwice();
        assertThat(changes).hasValue(2);
    }

    @Test
    void tellsTheFirstAliasesOfAWorkspaceThatWasNotThere() throws IOException {
        pin();
        lookTwice();
        assertThat(changes).hasValue(0);

        Files.writeString(workspace, Files.readString(workspace) + "aliases: {a: [b]}\n");
        lookTwice();
        assertThat(changes).hasValue(1);
    }

    @Test
    void aPinDoesNotHideTheAliasesThatSomebodyWroteAtTheSameTime() throws IOException {
        Files.writeString(workspace, "format: 1\naliases: {a: [b]}\n");
        watch.watch(Set.of(file), Set.of(workspace));

        Files.writeString(workspace, "format: 1\naliases: {a: [c]}\n");
        pin();
        lookTwice();

        assertThat(changes).hasValue(1);
    }

    private void pin() {
        Arrangement pinned = Arrangement.NONE.withPin(NodeId.service("a"), new Point(8, 16));
        assertThat(new WorkspaceFile(AtomicFile.shared())
                        .write(new WorkspacePlace(workspace, workspace), pinned)
                        .isDone())
                .isTrue();
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }
}
