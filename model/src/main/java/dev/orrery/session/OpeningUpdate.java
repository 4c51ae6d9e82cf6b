package dev.orrery.session;

import dev.orrery.graph.FirstSight;
import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Attention;
import dev.orrery.importer.Loaded;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Opening, reloading and closing.
final class OpeningUpdate {
    private OpeningUpdate() {}

    static Next open(Session session, List<Path> paths) {
        long generation = session.generation() + 1;
        String names =
                String.join(", ", paths.stream().map(OpeningUpdate::shortName).toList());
        Work work = new Work(generation, Messages.of("work.reading", names));
        return Next.of(
                session.reading(paths, generation).withWork(work).withNotice(null),
                new Effect.CancelWork(),
                new Effect.Read(generation, paths, sameAs(session.opened(), paths)));
    }

    static Next close(Session session) {
        Session empty =
                Session.startingAt(session.now()).withPolicy(session.policy()).withEpoch(session.epoch());
        return Next.of(
                empty.reading(List.of(), session.generation() + 1),
                new Effect.CancelWork(),
                new Effect.PauseProbing(),
                new Effect.Watch(Set.of(), Set.of()));
    }

    /// Read again what is open; the picture and the health stay until the new reading is there.
    static Next reload(Session session) {
        Opened opened = session.opened();
        if (opened == null || !session.opening().isEmpty()) {
            return Next.of(session);
        }
        long generation = session.generation() + 1;
        return Next.of(
                session.reading(opened.paths(), generation), new Effect.Read(generation, opened.paths(), opened));
    }

    static Next opened(Session session, Action.Opened result) {
        if (result.generation() != session.generation() || session.opening().isEmpty()) {
            return Next.of(session);
        }
        Loaded loaded = result.loaded();
        Opened before = sameAs(session.opened(), session.opening());
        if (before != null && !session.unsaved().isEmpty()) {
            return SavingUpdate.reloaded(withGuideOf(session, result), loaded);
        }
        Opened ready = result.declared();
        Opened declared = ready == null ? Opened.declared(session.opening(), loaded, result.problems(), before) : ready;
        Session read = session.reading(List.of(), session.generation()).withTrusts(result.trusts());
        if (before == null) {
            read = first(read, declared, result);
        } else {
            read = withGuideOf(
                    read.withUndo(read.undo().reread(Texts.of(loaded), Messages.of("edit.on-disk"))), result);
        }
        read = read.withEditing(Editing.of(
                loaded.files(),
                result.readOnly(),
                result.recovered(),
                session.editing().serial()));
        String wanted = before == null ? result.environment() : before.environmentName();
        Next there = over(read, before, declared, wanted, before == null ? null : session.selected());
        List<Effect> effects = new ArrayList<>(there.effects());
        effects.add(watch(loaded));
        effects.add(new Effect.RecallScenarios(declared.paths()));
        return new Next(there.session(), effects);
    }

    /// Notes and views are written at once, so that those on the disk are the newer ones; what was here can be had
    /// back by undo. A workspace that cannot be read says nothing.
    private static Session withGuideOf(Session session, Action.Opened result) {
        boolean unread = result.workspaceProblems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        Arrangement now = session.keptArrangement();
        return unread
                ? session
                : session.withUndo(
                        session.undo().edited(now.withGuide(result.kept().guide()), Messages.of("edit.on-disk")));
    }

    /// What is open says something else by an edit.
    ///
    /// @param touched the box that was edited; null for none
    static Next reread(Session session, Opened before, Opened declared, @Nullable NodeId touched) {
        return over(session, before, declared, before.environmentName(), touched);
    }

    /// The session in which something else is open than before.
    private static Session first(Session session, Opened declared, Action.Opened result) {
        return session.withUndo(Undo.startingWith(
                        result.kept()
                                .seenAs(FirstSight.of(declared.pictured()))
                                .collapsing(newCommunities(null, declared, result.kept())),
                        Texts.of(declared.loaded())))
                .withPicture(Picture.EMPTY)
                .withSeen(SeenPictures.NONE)
                .withLayers(Layers.DEFAULT)
                .withAspect(session.aspect().filteredBy("", null))
                .withAttention(Attention.NONE)
                .withSelection(null, false)
                .withInquiry(Inquiry.NONE)
                .withViewing(new Viewing(null, null, null, session.viewing().moves()))
                .withWatching(new Watching.NothingToAsk());
    }

    /// Goes over to what was read: health of what is still asked alike stays, and so do places.
    ///
    /// @param before what was open before, if that was an older text of it
    /// @param wanted environment in which it is looked at
    private static Next over(
            Session session,
            @Nullable Opened before,
            Opened declared,
            @Nullable String wanted,
            @Nullable NodeId touched) {
        Session read = session;
        Optional<Environment> known =
                wanted == null ? Optional.empty() : declared.loaded().environment(wanted);
        if (before != null) {
            read = read.withUndo(read.undo().collapsing(newCommunities(before, declared, read.arrangement())));
        }
        if (wanted != null && known.isEmpty()) {
            read = read.withNotice(Messages.of("notice.environment-gone", Untrusted.oneLine(wanted)));
        }
        Opened now = declared.in(known.orElse(null));
        if (before != null && Objects.equals(before.environmentName(), now.environmentName())) {
            now = now.with(before.sightings().of(now.written()));
        }
        Session there = AskingUpdate.goOver(read, before, now);
        Next arranged = ArrangementUpdate.arrange(there, touched, false);
        List<Effect> effects = new ArrayList<>(arranged.effects());
        effects.addAll(AskingUpdate.ask(there));
        if (before == null || !Objects.equals(before.environmentName(), now.environmentName())) {
            effects.add(AttentionUpdate.recall(now));
        }
        return new Next(arranged.session(), effects);
    }

    /// What was open stays, with what was done to it meanwhile.
    static Next failed(Session session, Action.OpenFailed result) {
        if (result.generation() != session.generation()) {
            return Next.of(session);
        }
        Session still = session.reading(List.of(), session.generation()).withWork(null);
        return ArrangementUpdate.arrange(still, null, false).then(next -> Next.of(next.withNotice(result.words())));
    }

    /// What was open before, if the same is opened again.
    private static @Nullable Opened sameAs(@Nullable Opened before, List<Path> paths) {
        return before != null && before.paths().equals(paths) ? before : null;
    }

    /// Communities that were not there before start as cards, as at first sight.
    private static Set<String> newCommunities(@Nullable Opened before, Opened now, Arrangement kept) {
        Set<String> known = new TreeSet<>();
        if (before == null) {
            // What the workspace does not name is open, unless it names others, which are no more.
            boolean same = kept.chosen()
                    && now.pictured().boundaries().stream()
                            .map(Boundary::id)
                            .toList()
                            .containsAll(kept.visibility().collapsed());
            if (same) {
                return known;
            }
        } else {
            before.communities().found().forEach(community -> known.add(community.id()));
        }
        Set<String> found = new TreeSet<>();
        now.communities().found().forEach(community -> found.add(community.id()));
        found.removeAll(known);
        return found;
    }

    private static Effect watch(Loaded loaded) {
        Set<Path> workspaces = loaded.workspaces();
        Set<Path> files = new TreeSet<>();
        loaded.sources().forEach(source -> files.add(source.path()));
        files.removeAll(workspaces);
        return new Effect.Watch(files, workspaces);
    }

    private static String shortName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
