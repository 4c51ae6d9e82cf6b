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
    void anExpressionFindsWhatItMeansAndOffersTheFilter() {
        Session session = Explored.incident(folder).session();

        assertThat(titles(session, "kind:database down")).startsWith("reservations-db");
        assertThat(titles(session, "kind:database"))
                .startsWith("reservations-db", "search-index", "users-db", "Filter the picture by kind:database");
        assertThat(titles(session, "down"))
                .startsWith("booking-api", "reservations", "reservations-db")
                .doesNotHaveDuplicates();
        assertThat(Finder.find(session, "owner:team-booking !up").get(3).note()).isEqualTo("3 of 13");
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
