package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.probe.Origin;
import dev.orrery.probe.Secret;
import dev.orrery.probe.Secrets.Found;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretListTest {
    private static final Origin HOME = Origin.of("https://shop.example").orElseThrow();
    private static final String BY_HAND = """
            {
              "x-about": "mine",
              "secrets": [
                {"why": "old shop", "value": "hunter2-hunter2", "name": "shop", "origins": ["https://shop.example/"]},
                "a remark",
                {"name": "mail", "origins": ["HTTP://10.1.2.3:9000", "nonsense"], "file": "mail.token", "variable": "MAIL"},
                {"name": "bare"}
              ],
              "x-end": [1, 2.50]
            }
            """;

    @TempDir
    private Path folder;

    private SecretList list = new SecretList(new DataFolder(Path.of("nowhere")), _ -> null);

    @BeforeEach
    void make() {
        list = new SecretList(new DataFolder(folder), Map.of("SHOP_TOKEN", "t", "EMPTY", " ")::get);
    }

    @Test
    void listsAllButTheValue() throws IOException {
        write(BY_HAND);

        SecretList.Listed listed = list.read();

        assertThat(listed.entries())
                .containsExactly(
                        new SecretEntry(0, "shop", List.of("https://shop.example/"), new SecretPlace.Stated()),
                        new SecretEntry(
                                2,
                                "mail",
                                List.of("HTTP://10.1.2.3:9000", "nonsense"),
                                new SecretPlace.Variable("MAIL")),
                        new SecretEntry(3, "bare", List.of(), new SecretPlace.Nowhere()));
        assertThat(listed.toString()).doesNotContain("hunter2");
        assertThat(listed.trouble()).isEmpty();
    }

    @Test
    void theFirstEntryMakesAFileForItsOwnerAlone() throws IOException {
        assertThat(list.read()).isEqualTo(new SecretList.Listed(List.of(), Optional.empty(), true));

        assertThat(list.add(typed("shop", "hunter2-hunter2")).isDone()).isTrue();

        assertThat(found("shop")).isEqualTo(new Found.Given(Secret.of("hunter2-hunter2")));
        assumeTrue(isPosix(), "no such rights here");
        assertThat(rights()).isEqualTo("rw-------");
    }

    @Test
    void aChangeTouchesOneEntryAndKeepsWhatWasWrittenByHand() throws IOException {
        write(BY_HAND);

        list.replace(list.read().entries().get(1), draft("post", new SecretPlace.InFile("post.token")));

        assertThat(text().replaceAll("\\s+", ""))
                .isEqualTo(BY_HAND.replaceAll("\\s+", "")
                        .replace(
                                "{\"name\":\"mail\",\"origins\":[\"HTTP://10.1.2.3:9000\",\"nonsense\"],"
                                        + "\"file\":\"mail.token\",\"variable\":\"MAIL\"}",
                                "{\"name\":\"post\",\"origins\":[\"https://shop.example\"],\"file\":\"post.token\"}"));
    }

    @Test
    void aValueThatIsNotTypedAnewStays() throws IOException {
        write(BY_HAND);

        list.replace(list.read().entries().getFirst(), draft("shop", new SecretPlace.Stated()));
        assertThat(found("shop")).isEqualTo(new Found.Given(Secret.of("hunter2-hunter2")));
        assertThat(text()).contains("old shop");

        list.replace(list.read().entries().getFirst(), typed("shop", "hunter3"));
        assertThat(found("shop")).isEqualTo(new Found.Given(Secret.of("hunter3")));
        assertThat(text()).doesNotContain("hunter2");
    }

    @Test
    void aValueThatMovesAwayIsNotLeftBehind() throws IOException {
        write(BY_HAND);

        list.replace(list.read().entries().getFirst(), draft("shop", new SecretPlace.Variable("SHOP_TOKEN")));

        assertThat(text()).doesNotContain("hunter2").contains("SHOP_TOKEN");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no copy beside it").hasSize(1);
        }
    }

    @Test
    void removesOneAndLeavesTheOthers() throws IOException {
        write(BY_HAND);

        list.remove(list.read().entries().getFirst());

        assertThat(list.read().entries()).extracting(SecretEntry::name).containsExactly("mail", "bare");
        assertThat(text()).contains("a remark").contains("2.50").doesNotContain("hunter2");
    }

    @Test
    void whatWasChangedMeanwhileIsNotWrittenOver() throws IOException {
        write(BY_HAND);
        SecretEntry shop = list.read().entries().getFirst();
        String other = "{\"secrets\": [{\"name\": \"mail\"}]}";
        write(other);

        assertThat(list.replace(shop, typed("shop", "x"))).isInstanceOf(Written.Refused.class);
        assertThat(list.remove(shop)).isInstanceOf(Written.Refused.class);
        assertThat(text()).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"secrets\": [{\"value\": hunter2", "[]", "{\"secrets\": {\"shop\": \"hunter2\"}}", ""})
    void aBrokenFileIsToldWithoutWhatIsInItAndNeverWrittenOver(String broken) throws IOException {
        write(broken);

        SecretList.Listed listed = list.read();
        assertThat(listed.writable()).isFalse();
        assertThat(listed.trouble())
                .hasValueSatisfying(
                        words -> assertThat(words).contains("by hand").doesNotContain("hunter2"));

        assertThat(list.add(typed("shop", "x"))).isInstanceOf(Written.Refused.class);
        assertThat(text()).isEqualTo(broken);
    }

    @Test
    void aFileThatOthersMayReadIsToldAndClosedByTheNextChange() throws IOException {
        assumeTrue(isPosix(), "no such rights here");
        write(BY_HAND);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(list.read().trouble())
                .hasValueSatisfying(words -> assertThat(words).contains("Others may read"));

        list.add(typed("new", "hunter3"));

        assertThat(rights()).isEqualTo("rw-------");
        assertThat(found("new")).isEqualTo(new Found.Given(Secret.of("hunter3")));
    }

    @Test
    void saysWhetherAVariableIsSetAndAFileCouldBeRead() throws IOException {
        assertThat(list.isSet("SHOP_TOKEN")).isTrue();
        assertThat(list.isSet("EMPTY")).isFalse();
        assertThat(list.isSet("MISSING")).isFalse();

        assertThat(list.fileTrouble("token"))
                .hasValueSatisfying(words -> assertThat(words).contains("no file token"));
        assertThat(list.fileTrouble("\0")).isPresent();
        Path token = Files.writeString(folder.resolve("token"), "t");
        if (isPosix()) {
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(list.fileTrouble("token"))
                    .hasValueSatisfying(words -> assertThat(words).contains("chmod 600"));
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(list.fileTrouble("token")).isEmpty();
    }

    @Test
    void aTypedValueIsNeverPrinted() {
        assertThat(typed("shop", "hunter2").toString()).doesNotContain("hunter2");
        assertThat(new TypedValue(" hunter2\n").fits()).isTrue();
        assertThat(new TypedValue("  ").fits()).isFalse();
        assertThat(new TypedValue("two\nlines").fits()).isFalse();
        assertThat(new TypedValue("ключ").fits()).isFalse();
    }

    private Found found(String name) {
        return new SecretsFile(new DataFolder(folder), _ -> null).find(name, HOME);
    }

    private static SecretDraft typed(String name, String value) {
        return draft(name, new SecretPlace.Stated(), new TypedValue(value));
    }

    private static SecretDraft draft(String name, SecretPlace place) {
        return draft(name, place, null);
    }

    private static SecretDraft draft(String name, SecretPlace place, @Nullable TypedValue typed) {
        return new SecretDraft(name, new TreeSet<>(Set.of(HOME)), place, typed);
    }

    private Path file() {
        return folder.resolve("secrets.json");
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private String rights() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        if (isPosix()) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
