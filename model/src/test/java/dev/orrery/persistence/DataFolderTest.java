package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.persistence.Settings.ThemeChoice;
import dev.orrery.persistence.Settings.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    private static final Settings SOME = new Settings(
            ThemeChoice.DARK,
            Duration.ofSeconds(30),
            true,
            "code -g {file}:{line}",
            List.of(Path.of("/a/b.yaml"), Path.of("/c")),
            new WindowPlace(10, 20, 1440.5, 900, true));

    @TempDir
    Path home;

    @Test
    void aNamedFolderWinsOverTheSystemsUsualPlace() {
        assertThat(DataFolder.at(home.toString(), Path.of("/home/u"), "Linux").path())
                .isEqualTo(home);
        assertThat(DataFolder.at(" ", home, "Linux").path()).isEqualTo(home.resolve(".local/share/orrery"));
        assertThat(DataFolder.at(null, home, "Windows 11").path()).isEqualTo(home.resolve("AppData/Local/Orrery"));
        assertThat(DataFolder.at(null, home, "Mac OS X").path())
                .isEqualTo(home.resolve("Library/Application Support/Orrery"));
    }

    @Test
    void settingsAreReadAsTheyWereWritten() {
        SettingsFile file = new SettingsFile(data(), AtomicFile.ownerOnly());

        assertThat(file.read().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.write(SOME).isDone()).isTrue();

        assertThat(file.read().settings()).isEqualTo(SOME);
        assertThat(file.read().notice()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayLook() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such rights here");
        new SettingsFile(data(), AtomicFile.ownerOnly()).write(SOME);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().path())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().settings())))
                .isEqualTo("rw-------");
    }

    @Test
    void keysOfALaterVersionSurvive() throws IOException {
        Files.createDirectory(data().path());
        Files.writeString(data().settings(), "{\"later\": {\"deep\": [1.50, null]}, \"theme\": \"light\"}");
        SettingsFile file = new SettingsFile(data(), AtomicFile.ownerOnly());

        file.write(file.read().settings().withReducedMotion(true));

        assertThat(Files.readString(data().settings()).replaceAll("\\s+", ""))
                .startsWith("{\"later\":{\"deep\":[1.50,null]},\"theme\":\"light\",")
                .contains("\"reducedMotion\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"theme\": ", "[]", "", "{} {}"})
    void aBrokenFileIsSaidAndSetAsideBeforeANewOneIsBegun(String text) throws IOException {
        Files.createDirectory(data().path());
        Files.writeString(data().settings(), text);
        SettingsFile file = new SettingsFile(data(), AtomicFile.ownerOnly());

        assertThat(file.read().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.read().notice()).get().asString().contains("settings.json", "kept");
        assertThat(data().settings()).hasContent(text);

        assertThat(file.write(SOME).isDone()).isTrue();

        assertThat(data().path().resolve("settings.json.broken-1")).hasContent(text);
        assertThat(file.read().settings()).isEqualTo(SOME);
    }

    @Test
    void valuesThatMakeNoSenseAreAsIfTheyWereMissing() throws IOException {
        Files.createDirectory(data().path());
        Files.writeString(data().settings(), """
                {"theme": "pink", "intervalSeconds": 0, "reducedMotion": "yes", "editor": 7,
                 "recent": ["/a", 5], "window": {"x": 1, "y": 2, "width": -5, "height": 1e9}}""");

        assertThat(new SettingsFile(data(), AtomicFile.ownerOnly()).read().settings())
                .isEqualTo(new Settings(
                        ThemeChoice.SYSTEM, Duration.ofSeconds(15), false, null, List.of(Path.of("/a")), null));
    }

    @Test
    void theNewestOpenedPathComesFirstAndOnce() {
        Settings opened = Settings.DEFAULT
                .withOpened(Path.of("/a"))
                .withOpened(Path.of("/b"))
                .withOpened(Path.of("/a"));

        assertThat(opened.recent()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsSaid() throws IOException {
        Files.writeString(data().path(), "in the way");

        assertThat(new SettingsFile(data(), AtomicFile.ownerOnly()).write(SOME))
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.why()).contains("in the way"));
        assertThat(data().path()).hasContent("in the way");
    }

    private DataFolder data() {
        return new DataFolder(home.resolve("data"));
    }
}
