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
    static final List<Home> ALL = List.of(new NativeHome(), new ComposeHome(), new BackstageHome());

    private Homes() {}

    static void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.RenameService rename -> all(edit, desk, ofService(desk, rename.service(), true));
            case TopologyEdit.DeleteService delete -> all(edit, desk, ofService(desk, delete.service(), true));
            case TopologyEdit.Disconnect cut -> all(edit, desk, ofEvidence(desk, cut.from(), cut.to()));
            case TopologyEdit.Retarget retarget -> all(edit, desk, ofEvidence(desk, retarget.from(), retarget.to()));
            case TopologyEdit.Annotate annotate -> one(edit, desk, ofEvidence(desk, annotate.from(), annotate.to()));
            case TopologyEdit.Connect connect -> one(edit, desk, ofService(desk, connect.from(), false));
            case TopologyEdit.OfService change -> one(edit, desk, ofService(desk, change.service(), false));
            case TopologyEdit.AddService _, TopologyEdit.AddBoundary _ -> one(edit, desk, desk.formats());
            case TopologyEdit.OfBoundary change -> all(edit, desk, ofBoundary(desk, change.boundary()));
        }
    }

    /// The first that has a place for it.
    private static void one(TopologyEdit edit, Desk desk, List<String> formats) {
        for (Home home : ALL) {
            if (formats.contains(home.format()) && home.has(edit)) {
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
        return new Unmeant(
                "no-home",
                String.join(
                        ", ",
                        formats.stream()
                                .map(format ->
                                        Messages.has("format." + format) ? Messages.of("format." + format) : format)
                                .toList()));
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

    private static List<String> ofBoundary(Desk desk, String id) {
        return ofPlaces(
                desk,
                desk.topology().boundary(id).map(Boundary::source).stream().toList());
    }

    private static List<String> ofEvidence(Desk desk, String from, String to) {
        return desk.topology().dependencies().stream()
                .filter(dependency ->
                        dependency.from().equals(from) && dependency.to().equals(to))
                .flatMap(dependency -> ofEvidence(desk, dependency).stream())
                .distinct()
                .toList();
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
