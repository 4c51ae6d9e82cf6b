package dev.orrery.app.inspect;

import dev.orrery.importer.FileReading;
import dev.orrery.importer.Loaded;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of the files that were looked at, in words.
///
/// @param read those that descriptors stand in
/// @param beside those that descriptors take values from
/// @param unread the others, by reason
record FileList(List<Group> read, List<Group> beside, List<Group> unread) {
    /// More are shown by format, each format under its own title.
    private static final int FEW = 12;
    /// More reasons and files than this are unfolded by whoever wants to see them.
    private static final int UNFOLDED = 6;

    /// @param file relative to the root
    /// @param note what was found in it, as in `Docker Compose, 8 services`; may be empty
    /// @param why the sentence for it, where it was not read; else the note
    record Line(String file, String note, String why, boolean isFolder) {
        private static Line read(FileReading reading, String note) {
            return new Line(reading.file(), note, note, false);
        }

        private static Line unread(FileReading reading) {
            return new Line(reading.file(), "", reading.reason().orElse(""), reading.isFolder());
        }
    }

    /// @param key tells it from the others, whatever it holds
    /// @param title empty where the lines stand for themselves
    /// @param isUnfolded whether its lines are seen at first
    record Group(String key, String title, boolean isUnfolded, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    static FileList of(Loaded loaded) {
        Content content = new Content(loaded.topology());
        List<FileReading> read =
                loaded.readings().stream().filter(FileReading::isRead).toList();
        List<FileReading> beside =
                loaded.readings().stream().filter(FileReading::isBeside).toList();
        List<FileReading> unread = loaded.readings().stream()
                .filter(reading -> !reading.isRead() && !reading.isBeside())
                .toList();
        return new FileList(read(read, content), byReason(beside), byReason(unread));
    }

    boolean isEmpty() {
        return read.isEmpty() && beside.isEmpty() && unread.isEmpty();
    }

    static int count(List<Group> groups) {
        return groups.stream().mapToInt(group -> group.lines().size()).sum();
    }

    private static List<Group> read(List<FileReading> read, Content content) {
        if (read.isEmpty()) {
            return List.of();
        }
        if (read.size() <= FEW) {
            return List.of(new Group(
                    "read",
                    "",
                    true,
                    read.stream()
                            .map(reading -> Line.read(
                                    reading,
                                    Messages.of("inspect.file.note", formats(reading), content.words(reading.file()))))
                            .toList()));
        }
        return groups(
                read,
                FileList::formats,
                name -> name,
                false,
                reading -> Line.read(reading, content.words(reading.file())));
    }

    private static List<Group> byReason(List<FileReading> readings) {
        return groups(
                readings,
                reading -> Objects.requireNonNullElse(reading.note(), "no-format"),
                code -> Messages.of("reading.group." + code),
                readings.size() <= UNFOLDED,
                Line::unread);
    }

    private static List<Group> groups(
            List<FileReading> readings,
            Function<FileReading, String> key,
            Function<String, String> title,
            boolean isUnfolded,
            Function<FileReading, Line> line) {
        Map<String, List<Line>> byKey = readings.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.mapping(line, Collectors.toList())));
        List<Group> groups = new ArrayList<>();
        byKey.forEach((each, lines) -> groups.add(new Group(each, title.apply(each), isUnfolded, lines)));
        return groups;
    }

    private static String formats(FileReading reading) {
        return String.join(", ", reading.formatNames());
    }

    /// How much of a topology each file describes.
    private static final class Content {
        private final Map<String, Integer> services = new HashMap<>();
        private final Map<String, Integer> dependencies = new HashMap<>();

        Content(Topology topology) {
            for (Service service : topology.services()) {
                count(services, service.sources().stream());
            }
            for (Dependency dependency : topology.dependencies()) {
                count(dependencies, dependency.evidence().stream().map(Evidence::source));
            }
        }

        private static void count(Map<String, Integer> counts, Stream<SourceLocation> places) {
            places.map(SourceLocation::file).distinct().forEach(file -> counts.merge(file, 1, Integer::sum));
        }

        String words(String file) {
            int defined = services.getOrDefault(file, 0);
            int named = dependencies.getOrDefault(file, 0);
            if (defined > 0) {
                return words("inspect.file.services", defined);
            }
            return named > 0 ? words("inspect.file.dependencies", named) : Messages.of("inspect.file.nothing");
        }

        private static String words(String key, int count) {
            return count == 1 ? Messages.of(key + ".one") : Messages.of(key, Integer.toString(count));
        }
    }

    /// The path of a line as it may be shown.
    static String shown(Line line) {
        return Untrusted.oneLine(line.file());
    }
}
