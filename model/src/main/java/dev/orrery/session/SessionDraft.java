package dev.orrery.session;

import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.probe.ObserverState;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A session whose parts can be set, for as long as it takes to make the next one. It names
/// every part once, so that a change names only what it changes.
final class SessionDraft {
    @Nullable
    Opened opened;

    Undo undo;
    Editing editing;
    Picture picture;
    SeenPictures seen;

    @Nullable
    Arranging arranging;

    long generation;
    List<Path> opening;
    Trusts trusts;
    Trust missing;
    long epoch;
    HealthPolicy policy;
    HealthBoard board;
    Attention attention;
    ObserverState observer;
    Watching watching;

    @Nullable
    NodeId selected;

    SortedSet<NodeId> also;
    boolean impact;
    Aspect aspect;
    Layers layers;
    Inquiry inquiry;
    Viewing viewing;
    HubLines hubLines;

    @Nullable
    Work work;

    @Nullable
    String notice;

    Instant now;
    Excursion excursion;
    List<Scenario> scenarios;

    SessionDraft(Session session) {
        opened = session.opened();
        undo = session.undo();
        editing = session.editing();
        picture = session.picture();
        seen = session.seen();
        arranging = session.arranging();
        generation = session.generation();
        opening = session.opening();
        trusts = session.trusts();
        missing = session.missing();
        epoch = session.epoch();
        policy = session.policy();
        board = session.board();
        attention = session.attention();
        observer = session.observer();
        watching = session.watching();
        selected = session.selected();
        also = session.also();
        impact = session.impact();
        aspect = session.aspect();
        layers = session.layers();
        inquiry = session.inquiry();
        viewing = session.viewing();
        hubLines = session.hubLines();
        work = session.work();
        notice = session.notice();
        now = session.now();
        excursion = session.excursion();
        scenarios = session.scenarios();
    }

    Session session() {
        return new Session(
                opened,
                undo,
                editing,
                picture,
                seen,
                arranging,
                generation,
                opening,
                trusts,
                missing,
                epoch,
                policy,
                board,
                attention,
                observer,
                watching,
                selected,
                also,
                impact,
                aspect,
                layers,
                inquiry,
                viewing,
                hubLines,
                work,
                notice,
                now,
                excursion,
                scenarios);
    }
}
