package dev.orrery.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.orrery.app.inspect.FileList.Group;
import dev.orrery.app.inspect.FileList.Line;
import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileListTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatEachFileWasReadAsAndHowMuchItSays() throws IOException {
        write("shop.yaml", "topology: Shop\nservices: {a: {depends_on: [b]}, b: {}}");
        write("seen.json", "[{\"parent\": \"a\", \"child\": \"b\", \"callCount\": 3}]");

        FileList list = list();

        assertThat(list.unread()).isEmpty();
        assertThat(list.read()).singleElement().extracting(Group::title).isEqualTo("");
        assertThat(list.read().getFirst().lines())
                .extracting(Line::file, Line::note)
                .containsExactly(tuple("seen.json", "Zipkin, 2 services"), tuple("shop.yaml", "Orrery, 2 services"));
    }

    @Test
    void groupsWhatWasNotReadByItsReason() throws IOException {
        write("shop.yaml", "topology: Shop\nservices: {a: {}}");
        write("notes.yaml", "hello: world");
        write("package.json", "{}");
        write("private.yaml", "topology: P\nservices: {p: {}}");
        write(".gitignore", "private.yaml\n");
        write("node_modules/x/a.yaml", "services: {}");

        FileList list = list();

        assertThat(list.unread())
                .extracting(Group::title)
                .containsExactly(
                        "Left out by .gitignore",
                        "In no format that is read",
                        "Folders that tools build or fetch",
                        "Files of other tools");
        assertThat(list.unread())
                .flatExtracting(Group::lines)
                .extracting(Line::file)
                .containsExactly("private.yaml", "notes.yaml", "node_modules", "package.json");
        assertThat(list.unread()).allMatch(Group::isUnfolded);
        Line folderLine = list.unread().get(2).lines().getFirst();
        assertThat(folderLine.isFolder()).isTrue();
        assertThat(folderLine.why()).isEqualTo("This folder holds what other tools build or fetch.");
    }

    @Test
    void groupsManyReadFilesByFormatAndFoldsThem() throws IOException {
        for (int i = 10; i < 25; i++) {
            write("s" + i + ".yaml", "topology: Shop\nservices: {a" + i + ": {}}");
        }
        write("compose.yaml", "services: {web: {image: web}}");
        for (int i = 0; i < 7; i++) {
            write("no" + i + ".yaml", "hello: world");
        }

        FileList list = list();

        assertThat(list.read()).extracting(Group::title).containsExactly("Docker Compose", "Orrery");
        assertThat(list.read()).noneMatch(Group::isUnfolded);
        assertThat(list.read().getLast().lines())
                .hasSize(15)
                .allMatch(line -> line.note().equals("1 service"));
        assertThat(list.unread())
                .singleElement()
                .matches(group -> !group.isUnfolded() && group.lines().size() == 7);
    }

    @Test
    void tellsApartTheFilesThatDescriptorsTakeValuesFrom() throws IOException {
        write("compose.yaml", "services: {web: {image: \"web:${TAG}\"}}");
        write(".env", "TAG=1");

        FileList list = list();

        assertThat(list.unread()).isEmpty();
        assertThat(list.beside())
                .singleElement()
                .extracting(Group::title, group -> group.lines().getFirst().file())
                .containsExactly("Descriptors take values from them", ".env");
    }

    private FileList list() {
        return FileList.of(TopologyLoader.standard().load(List.of(folder)));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
