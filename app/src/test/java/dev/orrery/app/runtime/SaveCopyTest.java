package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Point;
import dev.orrery.persistence.DataFolder;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Effect;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of what is open looks like it: what people wrote into its workspace goes along.
final class SaveCopyTest {
    private static final String SHOP = "topology: Shop\nservices: {web: {depends_on: [cart]}, cart: {}}\n";

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final List<Action> answers = new ArrayList<>();

    @Test
    void theWorkspaceGoesAlongWithThePinsOfNow() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Files.writeString(folder.resolve("shop.workspace.yaml"), "format: 1\naliases: {cart: [basket]}  # ours\n");
        Path target = folder.resolve("copy");

        copy(file, target);

        assertThat(answers).containsExactly(new Action.Copied(List.of(file), List.of(target.resolve("shop.yaml"))));
        assertThat(target.resolve("shop.yaml")).hasContent(SHOP.replace("cart", "basket"));
        assertThat(target.resolve("shop.workspace.yaml"))
                .content()
                .contains("aliases: {cart: [basket]}  # ours", "web: {x: 8, y: 16}");
    }

    @Test
    void whatTheWindowWroteBesideAnEditedWorkspaceGoesAlongToo() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        String before = "format: 1\naliases: {cart: [basket]}\n";
        Path workspace = Files.writeString(folder.resolve("shop.workspace.yaml"), before);
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        Files.writeString(workspace, before + "scenarios:\n  No cart:\n    - delete-service: {service: cart}\n");
        Arrangement noted = Arrangement.NONE.withGuide(
                new GuideEdit.WriteNote(NodeId.service("web"), "Ours until May").apply(Guide.NONE));
        Texts texts = new Texts(new TreeMap<>(
                Map.of("shop.yaml", SHOP, "shop.workspace.yaml", before.replace("[basket]", "[basket, trolley]"))));
        Path target = folder.resolve("copy");

        copy(target, loaded, file, texts, noted);

        assertThat(answers).hasSize(1).first().isInstanceOf(Action.Copied.class);
        assertThat(target.resolve("shop.workspace.yaml"))
                .content()
                .contains("[basket, trolley]", "Ours until May", "No cart");
    }

    @Test
    void whereThereIsNoWorkspaceThePinsOfNowMakeOne() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Path target = folder.resolve("copy");

        copy(file, target);

        assertThat(target.resolve("shop.workspace.yaml")).content().contains("web: {x: 8, y: 16}");
    }

    @Test
    void aFolderThatHoldsOneAlreadyIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Path target = Files.createDirectories(folder.resolve("copy"));
        Files.writeString(target.resolve("shop.yaml"), "theirs");

        copy(file, target);

        assertThat(answers).hasSize(1).first().isInstanceOf(Action.SaveRefused.class);
        assertThat(target.resolve("shop.yaml")).hasContent("theirs");
        assertThat(target.resolve("shop.workspace.yaml")).doesNotExist();
    }

    private void copy(Path file, Path target) {
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        Texts texts = new Texts(new TreeMap<>(Map.of("shop.yaml", SHOP.replace("cart", "basket"))));
        Arrangement arrangement = Arrangement.NONE.withPin(NodeId.service("web"), new Point(8, 16));
        copy(target, loaded, file, texts, arrangement);
    }

    private void copy(Path target, Loaded loaded, Path file, Texts texts, Arrangement arrangement) {
        KeptFiles keeping = new KeptFiles(new DataFolder(data), name -> String.valueOf(name));
        new ChangeWork(keeping, same -> same, Runnable::run, answers::add)
                .copy(new Effect.SaveCopy(target, List.of(file), loaded.files(), texts, arrangement));
    }
}
