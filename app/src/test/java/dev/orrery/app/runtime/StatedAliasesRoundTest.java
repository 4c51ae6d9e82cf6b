package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.persistence.DataFolder;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Effect;
import dev.orrery.session.Session;
import dev.orrery.topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window writes into the same workspace in which people state aliases. Files are watched by hand: the test
/// looks.
class StatedAliasesRoundTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
    private final Store store = new Store(Session.startingAt(Instant.EPOCH), this::perform);
    private final FileWatch watch = new FileWatch(never, () -> store.dispatch(new Action.FilesChanged()));
    private int readings;

    @BeforeEach
    void openAFolderWithStatedAliases() throws IOException {
        never.shutdownNow();
        Files.writeString(folder.resolve("a.yaml"), "topology: A\nservices: {cart: {}, web: {depends_on: [cart]}}");
        Files.writeString(folder.resolve("b.yaml"), "topology: B\nservices: {basket: {}, till: {}}");
        Files.writeString(workspace(), "format: 1\naliases: {cart: [basket]}\n");
        store.dispatch(new Action.Open(List.of(folder)));
        assertThat(readings).isEqualTo(1);
        assertThat(services()).containsExactly("cart", "till", "web");
    }

    @AfterEach
    void stop() {
        watch.close();
        never.close();
    }

    @Test
    void aPinIsWrittenWithoutReadingEverythingAgain() {
        store.dispatch(new Edit.PinBoxes(NodeId.service("cart"), new Point(80, 40)));
        assertThat(workspace()).content().contains("cart: {x: 80, y: 40}", "aliases: {cart: [basket]}");

        lookTwice();

        assertThat(readings).isEqualTo(1);
    }

    @Test
    void anAliasFromOutsideIsHeededAndThePinStays() throws IOException {
        store.dispatch(new Edit.PinBoxes(NodeId.service("cart"), new Point(80, 40)));
        lookTwice();

        Files.writeString(workspace(), Files.readString(workspace()).replace("[basket]", "[basket, till]"));
        lookTwice();

        assertThat(readings).isEqualTo(2);
        assertThat(services()).containsExactly("cart", "web");
        assertThat(store.session().arrangement().pins()).containsOnlyKeys(NodeId.service("cart"));
    }

    @Test
    void theFirstAliasesOfAFolderAreHeeded() throws IOException {
        Files.delete(workspace());
        lookTwice();
        assertThat(services()).containsExactly("basket", "cart", "till", "web");

        Files.writeString(workspace(), "aliases: {basket: [till]}\n");
        lookTwice();

        assertThat(services()).containsExactly("basket", "cart", "web");
    }

    private Path workspace() {
        return folder.resolve("orrery.workspace.yaml");
    }

    private List<String> services() {
        return Objects.requireNonNull(store.session().opened()).topology().services().stream()
                .map(Service::id)
                .toList();
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }

    private void perform(Effect effect) {
        KeptFiles kept = new KeptFiles(new DataFolder(data), name -> name == null ? "" : name);
        switch (effect) {
            case Effect.Read read -> {
                readings++;
                var loaded = TopologyLoader.standard().load(read.paths());
                Keeping.Kept arrangement = kept.arrangement(read.paths(), loaded);
                store.dispatch(new Action.Opened(
                        read.generation(), loaded, arrangement.arrangement(), arrangement.problems(), Trusts.NONE));
            }
            case Effect.Watch files -> watch.watch(files.files(), files.workspaces());
            case Effect.Arrange arrange ->
                store.dispatch(new Action.Arranged(
                        arrange.generation(),
                        new SteadyEngine(new HubShelf(new LayeredEngine()))
                                .layout(arrange.request(), Cancellation.NEVER)));
            case Effect.KeepArrangement keep -> {
                try {
                    kept.keep(keep.paths(), keep.arrangement());
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            default -> {}
        }
    }
}
