package dev.orrery.session;

import dev.orrery.graph.NodeId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.probe.Trust;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that one exploring session knows.
///
/// @param opened null on the welcome page
/// @param undo the arrangement, and those before and after it
/// @param picture what is drawn; older than `arranging` until the new layout arrives
/// @param arranging what a layout is being made for; null while none is
/// @param generation of the newest reading or layout that was asked for; results of older ones are dropped
/// @param opening paths that are being read; empty while none are
/// @param trust what may be asked
/// @param policy by which answers count
/// @param selected null while nothing is
/// @param impact whether all that depends on the selected service stands out
/// @param work that goes on now; null while none does
/// @param notice to be read once; null while there is none
/// @param now the second that ages are counted from
public record Session(
        @Nullable Opened opened,
        Undo undo,
        Picture picture,
        @Nullable Arranging arranging,
        long generation,
        List<Path> opening,
        Trust trust,
        HealthPolicy policy,
        HealthBoard board,
        Watching watching,
        @Nullable NodeId selected,
        boolean impact,
        @Nullable Work work,
        @Nullable String notice,
        Instant now) {

    public Session {
        opening = List.copyOf(opening);
    }

    /// A session with nothing open.
    public static Session startingAt(Instant now) {
        return new Session(
                null,
                Undo.startingWith(Arrangement.NONE),
                Picture.EMPTY,
                null,
                0,
                List.of(),
                Trust.NONE,
                HealthPolicy.DEFAULT,
                HealthBoard.EMPTY,
                new Watching.NothingToAsk(),
                null,
                false,
                null,
                null,
                now);
    }

    public Arrangement arrangement() {
        return undo.present();
    }

    Session withUndo(Undo changed) {
        return new Session(
                opened,
                changed,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session withPicture(Picture changed) {
        return new Session(
                opened,
                undo,
                changed,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session withBoard(HealthBoard changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                changed,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session withWatching(Watching changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                changed,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session withTrust(Trust changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                changed,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session withSelection(@Nullable NodeId node, boolean showImpact) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                node,
                showImpact,
                work,
                notice,
                now);
    }

    Session withWork(@Nullable Work changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                changed,
                notice,
                now);
    }

    Session withNotice(@Nullable String words) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                words,
                now);
    }

    Session withNow(Instant changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                changed);
    }

    Session withOpened(@Nullable Opened changed) {
        return new Session(
                changed,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                policy,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }

    Session reading(List<Path> paths, long newest) {
        return new Session(
                opened, undo, picture, arranging, newest, paths, trust, policy, board, watching, selected, impact, work,
                notice, now);
    }

    Session arranging(@Nullable Arranging next, long newest) {
        return new Session(
                opened, undo, picture, next, newest, opening, trust, policy, board, watching, selected, impact, work,
                notice, now);
    }

    Session withPolicy(HealthPolicy changed) {
        return new Session(
                opened,
                undo,
                picture,
                arranging,
                generation,
                opening,
                trust,
                changed,
                board,
                watching,
                selected,
                impact,
                work,
                notice,
                now);
    }
}
