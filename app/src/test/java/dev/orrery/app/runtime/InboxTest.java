package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.session.Action;
import dev.orrery.session.Session;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<List<Action>> handed = new ArrayList<>();

    @Test
    void howeverMuchComesOneHandOverWaits() {
        Inbox inbox = new Inbox(later::add, handed::add);
        for (int i = 0; i < 1_000; i++) {
            inbox.accept(new Action.Told("words " + i));
        }

        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(handed).hasSize(1);
        assertThat(handed.getFirst()).hasSize(1_000);
        assertThat(handed.getFirst().get(999)).isEqualTo(new Action.Told("words 999"));

        inbox.accept(new Action.Told("again"));
        assertThat(later).hasSize(1);
    }

    @Test
    void viewsSeeOneSessionForAllThatCameTogether() {
        Store store = new Store(Session.startingAt(Instant.EPOCH), _ -> {});
        List<String> seen = new ArrayList<>();
        store.show(session -> seen.add(String.valueOf(session.notice())));

        store.dispatch(List.of(new Action.Told("one"), new Action.Told("two"), new Action.Told("three")));

        assertThat(seen).containsExactly("null", "three");
    }
}
