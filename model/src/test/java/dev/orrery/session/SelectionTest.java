package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is selected, where that is more than one thing.
final class SelectionTest {
    private static final NodeId WEB = NodeId.service("web");
    private static final NodeId CART = NodeId.service("cart");
    private static final NodeId SALES = NodeId.boundary("sales");

    private Session session = Session.startingAt(Instant.EPOCH);

    @Test
    void whatIsSelectedLastLeads() {
        act(new Action.SelectMore(WEB));
        act(new Action.SelectMore(CART));

        assertThat(session.selected()).isEqualTo(CART);
        assertThat(session.also()).containsExactly(WEB);
        assertThat(session.allSelected()).containsExactly(CART, WEB);
    }

    @Test
    void whatIsSelectedAgainIsSelectedNoLonger() {
        act(new Action.SelectThese(WEB, new TreeSet<>(Set.of(WEB, CART, SALES))));

        act(new Action.SelectMore(WEB));
        assertThat(session.allSelected()).containsExactly(CART, SALES);
        assertThat(session.selected()).isEqualTo(CART);

        act(new Action.SelectMore(SALES));
        act(new Action.SelectMore(CART));
        assertThat(session.selected()).isNull();
        assertThat(session.allSelected()).isEmpty();
    }

    @Test
    void selectingOneThingLeavesAllOthers() {
        act(new Action.SelectThese(WEB, new TreeSet<>(Set.of(CART))));

        act(new Action.Select(WEB));

        assertThat(session.selected()).isEqualTo(WEB);
        assertThat(session.also()).isEmpty();
    }

    @Test
    void impactIsShownOfAllOfThem() {
        act(new Action.SelectThese(WEB, new TreeSet<>(Set.of(CART))));

        act(new Action.ToggleImpact());

        assertThat(session.impact()).isTrue();
        assertThat(session.also()).containsExactly(CART);
    }

    @Test
    void whatIsRenamedStaysSelectedAndWhatIsNewIsSelectedAlone() {
        act(new Action.SelectThese(WEB, new TreeSet<>(Set.of(CART))));

        Session renamed = SelectionUpdate.after(session, List.of(new TopologyEdit.RenameService("cart", "basket")));
        assertThat(renamed.selected()).isEqualTo(WEB);
        assertThat(renamed.also()).containsExactly(NodeId.service("basket"));

        Session copied = SelectionUpdate.after(renamed, List.of(new TopologyEdit.DuplicateService("web", "web-2")));
        assertThat(copied.allSelected()).containsExactly(NodeId.service("web-2"));
    }

    private void act(Action action) {
        session = SessionUpdate.apply(session, action).session();
    }
}
