package dev.orrery.probe.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page that tells of every fault names tests that there are, and leaves out no row that is played.
class FaultPageTest {
    private static final Pattern TEST = Pattern.compile("`([a-z]*\\.?[A-Z]\\w*Test)(?:\\.(\\w+))?`");
    /// By table; some make certificates.
    private static final Map<Class<?>, List<String>> ROWS = new HashMap<>();

    private static final List<String> PACKAGES = List.of("dev.orrery.probe.", "dev.orrery.health.");

    @Test
    void everyRowOfThePageIsPlayed() throws Exception {
        Map<String, String> page = page();

        assertThat(page).hasSize(47);
        for (Map.Entry<String, String> row : page.entrySet()) {
            Matcher test = TEST.matcher(row.getValue());
            int found = 0;
            while (test.find()) {
                Class<?> type = type(test.group(1));
                if (test.group(2) != null) {
                    assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                            .contains(test.group(2));
                } else if (FaultTable.class.isAssignableFrom(type)) {
                    assertThat(rows(type)).as(type.getSimpleName()).contains(row.getKey());
                }
                found++;
            }
            assertThat(found).as(row.getKey()).isPositive();
        }
    }

    @Test
    void everyRowThatIsPlayedIsOnThePage() throws Exception {
        Map<String, String> page = page();
        List<Class<?>> tables = List.of(
                NameFaultsTest.class,
                ConnectingFaultsTest.class,
                TlsFaultsTest.class,
                HttpFaultsTest.class,
                BodyFaultsTest.class,
                RedirectFaultsTest.class,
                GrpcFaultsTest.class);
        for (Class<?> table : tables) {
            for (String row : rows(table)) {
                assertThat(page).containsKey(row);
                assertThat(page.get(row)).contains("`faults." + table.getSimpleName() + "`");
            }
        }
    }

    private static List<String> rows(Class<?> table) throws Exception {
        List<String> known = ROWS.get(table);
        List<String> rows = known == null ? read(table) : known;
        ROWS.put(table, rows);
        return rows;
    }

    /// What is played in several ways has its way after a colon.
    private static List<String> read(Class<?> table) throws Exception {
        FaultTable made = (FaultTable) table.getDeclaredConstructor().newInstance();
        try (Stream<FaultRow> rows = made.rows()) {
            return rows.map(row -> row.name().startsWith("503")
                            ? row.name()
                            : row.name().split(":", 2)[0])
                    .distinct()
                    .toList();
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        List<String> tried = new ArrayList<>();
        for (String in : PACKAGES) {
            try {
                return Class.forName(in + name);
            } catch (ClassNotFoundException elsewhere) {
                tried.add(in + name);
            }
        }
        throw new ClassNotFoundException(tried.toString());
    }

    private static Map<String, String> page() throws Exception {
        Path root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(root.resolve("docs/faults.md"))) {
            List<String> cells = List.of(line.split("\\|", -1));
            if (cells.size() == 5 && line.contains("Test")) {
                rows.put(cells.get(1).strip(), cells.get(3));
            }
        }
        return rows;
    }
}
