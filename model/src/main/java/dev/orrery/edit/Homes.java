package dev.orrery.edit;

import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All homes, and which of them an edit concerns. Orrery's own format comes first, because it has a place for
/// everything.
final class Homes {
    static final OverlayHome OVERLAY = new OverlayHome();
    static final List<Home> ALL =
            List.of(new NativeHome(), new ComposeHome(), new BackstageHome(), new KubernetesHome(), OVERLAY);

    /// Refusals of an edit for which a format has no place, while it may have one in a workspace.
    private static final Set<String> NO_PLACE =
            Set.of("no-home", "kind-not-stated", "boundary-of-other-kind", "target-elsewhere");

    private Homes() {}

    static void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.RenameService rename -> all(edit, desk, ofService(desk, rename.service(), true));
            case TopologyEdit.DeleteService delete -> all(edit, desk, ofService(desk, delete.service(), true));
            case TopologyEdit.Disconnect cut -> all(edit, desk, ofEvidence(desk, cut.from(), cut.to()));
            case TopologyEdit.Retarget retarget -> all(edit, desk, ofEvidence(desk, retarget.from(), retarget.to()));
            case TopologyEdit.Annotate annotate -> one(edit, desk, ofEvidence(desk, annotate.from(), annotate.to()));
            case TopologyEdit.Connect connect -> one(edit, desk, ofService(desk, connect.from(), false));
            case TopologyEdit.DuplicateService duplicate -> {
                one(edit, desk, ofService(desk, duplicate.service(), false));
                desk.settle();
                OVERLAY.write(edit, desk);
            }
            case TopologyEdit.OfService change -> one(edit, desk, ofService(desk, change.service(), false));
            case TopologyEdit.AddService _, TopologyEdit.AddBoundary _ -> one(edit, desk, desk.formats());
            case TopologyEdit.RenameBoundary rename -> all(edit, desk, ofBoundary(desk, rename.boundary(), true));
            case TopologyEdit.DissolveBoundary dissolve -> all(edit, desk, ofBoundary(desk, dissolve.boundary(), true));
            case TopologyEdit.OfBoundary change -> one(edit, desk, ofBoundary(desk, change.boundary(), false));
        }
    }

    /// Whether an edit belongs into a workspace: one says it already, or says of what only a workspace made.
    static boolean isOfWorkspace(TopologyEdit edit, Desk desk) {
        return OverlayHome.states(edit, desk)
                || (edit instanceof TopologyEdit.OfBoundary change
                        && OverlayHome.canSay(edit, desk)
                        && ofBoundary(desk, change.boundary(), false).equals(List.of(OverlayHome.FORMAT)));
    }

    /// Whether an edit that was refused can be kept in a workspace.
    static boolean hasPlaceInWorkspace(TopologyEdit edit, Desk desk, EditRefusal refusal) {
        return NO_PLACE.contains(refusal.code()) && OverlayHome.canSay(edit, desk);
    }

    /// The formats of what an edit is about, in words.
    static String formatsOf(TopologyEdit edit, Desk desk) {
        List<String> formats = switch (edit) {
            case TopologyEdit.OfService change -> ofService(desk, change.service(), false);
            case TopologyEdit.Annotate change -> ofEvidence(desk, change.from(), change.to());
            case TopologyEdit.OfDependency change -> ofService(desk, change.from(), false);
            case TopologyEdit.OfBoundary change -> ofBoundary(desk, change.boundary(), false);
            case TopologyEdit.AddService _, TopologyEdit.AddBoundary _ -> desk.formats();
        };
        return words(formats.stream()
                .filter(format -> !format.equals(OverlayHome.FORMAT))
                .toList());
    }

    /// The first that has a place for it.
    private static void one(TopologyEdit edit, Desk desk, List<String> formats) {
        for (Home home : ALL) {
            if (home != OVERLAY && formats.contains(home.format()) && home.has(edit)) {
                home.write(edit, desk);
                return;
            }
        }
        throw noHome(formats);
    }

    /// Every one, because what one of them left would still be said.
    private static void all(TopologyEdit edit, Desk desk, List<String> formats) {
        for (String format : formats) {
            if (home(format).filter(home -> home.has(edit)).isEmpty()) {
                throw noHome(List.of(format));
            }
        }
        for (Home home : ALL) {
            if (formats.contains(home.format())) {
                home.write(edit, desk);
            }
        }
        Workspaces.write(edit, desk);
    }

    private static Optional<Home> home(String format) {
        return ALL.stream().filter(home -> home.format().equals(format)).findFirst();
    }

    private static Unmeant noHome(List<String> formats) {
        return new Unmeant("no-home", words(formats));
    }

    private static String words(List<String> formats) {
        return String.join(
                ", ",
                formats.stream()
                        .map(format -> Messages.has("format." + format) ? Messages.of("format." + format) : format)
                        .toList());
    }

    /// @param mentions whether the formats count that only say that others need it
    private static List<String> ofService(Desk desk, String id, boolean mentions) {
        Topology topology = desk.topology();
        Stream<SourceLocation> definitions =
                topology.service(id).stream().flatMap(service -> service.sources().stream());
        Set<String> formats = new TreeSet<>(ofPlaces(desk, definitions.toList()));
        if (mentions) {
            topology.dependencies().stream()
                    .filter(dependency -> dependency.to().equals(id))
                    .forEach(dependency -> formats.addAll(ofEvidence(desk, dependency)));
        }
        return List.copyOf(formats);
    }

    /// @param mentions whether workspaces count that only say what lies in it
    private static List<String> ofBoundary(Desk desk, String id, boolean mentions) {
        Set<String> formats = new TreeSet<>(ofPlaces(
                desk,
                desk.topology().boundary(id).map(Boundary::source).stream().toList()));
        if (mentions && !desk.overlays().isEmpty()) {
            formats.add(OverlayHome.FORMAT);
        }
        return List.copyOf(formats);
    }

    private static List<String> ofEvidence(Desk desk, String from, String to) {
        return desk.topology()
                .dependency(from, to)
                .map(dependency -> ofEvidence(desk, dependency))
                .orElse(List.of());
    }

    private static List<String> ofEvidence(Desk desk, Dependency dependency) {
        Set<String> formats = new TreeSet<>();
        for (Evidence piece : dependency.evidence()) {
            String rule = piece.rule();
            String format = rule.contains(".") ? rule.substring(0, rule.indexOf('.')) : rule;
            boolean isThere = desk.formats(piece.source().file()).contains(format);
            formats.addAll(isThere ? List.of(format) : ofPlaces(desk, List.of(piece.source())));
        }
        return List.copyOf(formats);
    }

    private static List<String> ofPlaces(Desk desk, List<SourceLocation> places) {
        List<String> formats = new ArrayList<>();
        for (SourceLocation place : places) {
            List<String> known = desk.formats(place.file());
            formats.addAll(known.isEmpty() ? List.of(place.isServer() ? "prometheus" : place.file()) : known);
        }
        return formats.stream().distinct().toList();
    }
}
