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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsFileTest {
    private static final Origin HOME = Origin.of("https://shop.example").orElseThrow();
    private static final Origin AWAY = Origin.of("https://evil.example").orElseThrow();

    @TempDir
    private Path folder;

    private final List<String> looked = new ArrayList<>();
    private SecretsFile secrets = new SecretsFile(new DataFolder(Path.of("nowhere")), _ -> null);

    @BeforeEach
    void make() {
        Map<String, String> environment = Map.of("SHOP_TOKEN", "from-the-variable", "AWS_SECRET_ACCESS_KEY", "never");
        secrets = new SecretsFile(new DataFolder(folder), name -> {
            looked.add(name);
            return environment.get(name);
        });
    }

    @Test
    void aValueComesFromTheVariableThatTheUserNamed() throws IOException {
        write("{\"name\": \"shop\", \"origins\": [\"https://SHOP.example:443\"], \"variable\": \"SHOP_TOKEN\"}");
        assertThat(secrets.find("shop", HOME)).isEqualTo(given("from-the-variable"));
    }

    @Test
    void noVariableIsLookedAtForAnOriginOutsideTheAudience() throws IOException {
        write("{\"name\": \"shop\", \"origins\": [\"https://shop.example\"], \"variable\": \"SHOP_TOKEN\"}");
        assertThat(secrets.find("shop", AWAY)).isEqualTo(new Found.NotForThisOrigin());
        assertThat(looked).isEmpty();
    }

    @Test
    void aNameThatTheUserDidNotStateIsUnknownEvenWhereAVariableHasIt() throws IOException {
        assertThat(secrets.find("AWS_SECRET_ACCESS_KEY", HOME)).isEqualTo(new Found.Unknown());
        write("{\"name\": \"shop\", \"origins\": [\"https://shop.example\"], \"variable\": \"SHOP_TOKEN\"}");
        assertThat(secrets.find("AWS_SECRET_ACCESS_KEY", HOME)).isEqualTo(new Found.Unknown());
        assertThat(looked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"origins\": [], ", "\"origins\": [\"*\"], ", "\"origins\": \"https://shop.example\", "})
    void oneWithoutAnAudienceIsGivenToNobody(String origins) throws IOException {
        write("{\"name\": \"shop\", " + origins + "\"value\": \"v\"}");
        assertThat(secrets.find("shop", HOME)).isEqualTo(new Found.NotForThisOrigin());
    }

    @Test
    void aValueMayStandInTheFileOrInOneBesideIt() throws IOException {
        ownerOnly(folder.resolve("token"), "from-the-file\n");
        write(
                "{\"name\": \"stated\", \"origins\": [\"https://shop.example\"], \"value\": \"from-here\"}",
                "{\"name\": \"kept\", \"origins\": [\"https://shop.example\"], \"file\": \"token\"}");
        assertThat(secrets.find("stated", HOME)).isEqualTo(given("from-here"));
        assertThat(secrets.find("kept", HOME)).isEqualTo(given("from-the-file"));
    }

    @Test
    void aChangeOfTheFileHoldsAtOnce() throws IOException {
        write("{\"name\": \"shop\", \"origins\": [\"https://shop.example\"], \"value\": \"first\"}");
        assertThat(secrets.find("shop", HOME)).isEqualTo(given("first"));
        write("{\"name\": \"shop\", \"origins\": [\"https://evil.example\"], \"value\": \"first\"}");
        assertThat(secrets.find("shop", HOME)).isEqualTo(new Found.NotForThisOrigin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void whatOthersMayReadIsRefused(String rights) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such rights here");
        Path token = folder.resolve("token");
        ownerOnly(token, "from-the-file");
        write("{\"name\": \"kept\", \"origins\": [\"https://shop.example\"], \"file\": \"token\"}");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString(rights));
        assertThat(unreadable("kept")).contains("others may read token");

        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(secrets.find("kept", HOME)).isEqualTo(given("from-the-file"));

        Files.setPosixFilePermissions(folder.resolve("secrets.json"), PosixFilePermissions.fromString(rights));
        assertThat(unreadable("kept")).contains("secrets.json").contains("chmod 600");
    }

    @Test
    void whatCannotBeHadIsSaidWithoutWhatIsInIt() throws IOException {
        write(
                "{\"name\": \"unset\", \"origins\": [\"https://shop.example\"], \"variable\": \"NOT_SET\"}",
                "{\"name\": \"missing\", \"origins\": [\"https://shop.example\"], \"file\": \"gone\"}",
                "{\"name\": \"folder\", \"origins\": [\"https://shop.example\"], \"file\": \".\"}",
                "{\"name\": \"nothing\", \"origins\": [\"https://shop.example\"]}");
        assertThat(unreadable("unset")).contains("NOT_SET");
        assertThat(unreadable("missing")).contains("gone");
        assertThat(unreadable("folder")).contains("no file");
        assertThat(unreadable("nothing")).contains("no variable");

        ownerOnly(folder.resolve("secrets.json"), "{\"secrets\": [{\"value\": hunter2-hunter2");
        assertThat(unreadable("shop")).contains("JSON").doesNotContain("hunter2");
    }

    @Test
    void nothingThatIsPrintedShowsAValue() throws IOException {
        write("{\"name\": \"shop\", \"origins\": [\"https://shop.example\"], \"value\": \"hunter2-hunter2\"}");
        assertThat(secrets.toString() + secrets.find("shop", HOME)).doesNotContain("hunter2");
    }

    private String unreadable(String name) {
        return secrets.find(name, HOME) instanceof Found.Unreadable(String why) ? why : "";
    }

    private static Found given(String value) {
        return new Found.Given(Secret.of(value));
    }

    private void write(String... entries) throws IOException {
        ownerOnly(folder.resolve("secrets.json"), "{\"secrets\": [" + String.join(", ", entries) + "]}");
    }

    private static void ownerOnly(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
