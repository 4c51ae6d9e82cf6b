package dev.orrery.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.shell.Explored;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FinderTest {
    @TempDir
    Path folder;

    @Test
    void withNothingTypedWhatIsWrongComesFirst() {
        Session session = Explored.incident(folder).session();

        assertThat(Finder.find(session, ""))
                .extracting(Found::title)
                .startsWith("booking-api", "reservations", "reservations-db", "booking-ui", "Open file…");
    }

    @Test
    void aServiceIsFoundByNameTechnologyOwnerAndBoundary() {
        Session session = Explored.sample(folder, "booking/microservices.yaml").session();

        assertThat(titles(session, "resdb").getFirst()).isEqualTo("reservations-db");
        assertThat(titles(session, "opensearch").getFirst()).isEqualTo("search-index");
        assertThat(titles(session, "team-pay")).contains("payments");
        assertThat(titles(session, "catalogue")).startsWith("Catalogue").contains("search");
    }

    @Test
    void actionsAreFoundAmongTheServices() {
        Session session = Explored.sample(folder, "booking/microservices.yaml").session();

        assertThat(titles(session, "zoom in").getFirst()).isEqualTo("Zoom in");
    }

    @Test
    void nonsenseFindsNothing() {
        Session session = Explored.sample(folder, "booking/microservices.yaml").session();

        assertThat(Finder.find(session, "qqqzx")).isEmpty();
    }

    private static List<String> titles(Session session, String typed) {
        return Finder.find(session, typed).stream().map(Found::title).toList();
    }
}
