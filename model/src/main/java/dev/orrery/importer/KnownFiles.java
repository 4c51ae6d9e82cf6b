package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sources at hand, and a way to get more of them. Asked twice for one file it reads it once.
final class KnownFiles implements SideFiles {
    /// From the root of a disk, of a home folder or of another machine.
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\~].*|[A-Za-z]:.*", Pattern.DOTALL);

    /// A folder that is looked through takes a while.
    private static final int MOST_LISTINGS = 50;

    private final Map<String, SourceFile> opened = new HashMap<>();
    private final Map<String, Optional<SourceFile>> asked = new HashMap<>();
    private final Map<String, SortedSet<String>> listed = new HashMap<>();
    private final Function<String, Optional<SourceFile>> more;
    private final Function<String, List<String>> listing;

    /// @param more a file by its path relative to the root; empty where there is none
    /// @param listing all files in a folder and below, by their paths relative to the root
    KnownFiles(
            List<SourceFile> sources,
            Function<String, Optional<SourceFile>> more,
            Function<String, List<String>> listing) {
        Map<String, SourceFile> sides = new HashMap<>();
        for (SourceFile source : sources) {
            (source.role() == SourceFile.Role.SIDE ? sides : opened)
                    .put(source.text().file(), source);
        }
        this.more = file -> Optional.ofNullable(sides.get(file)).or(() -> more.apply(file));
        this.listing = folder -> {
            List<String> all = new ArrayList<>(listing.apply(folder));
            Stream.concat(opened.keySet().stream(), sides.keySet().stream())
                    .filter(file -> folder.isEmpty() || file.startsWith(folder + "/"))
                    .forEach(all::add);
            return all;
        };
    }

    @Override
    public SideFile read(String from, String path) {
        String file = beside(from, path);
        if (file == null) {
            return new SideFile.Outside(path);
        }
        return Optional.ofNullable(opened.get(file))
                .or(() -> asked.computeIfAbsent(file, more))
                .<SideFile>map(KnownFiles::found)
                .orElseGet(() -> new SideFile.Missing(file));
    }

    @Override
    public List<String> matching(String from, String pattern) {
        PathPattern steps = PathPattern.of(pattern);
        String folder = beside(from, steps.folder());
        if (folder == null || (listed.size() == MOST_LISTINGS && !listed.containsKey(folder))) {
            return List.of();
        }
        int begin = folder.isEmpty() ? 0 : folder.length() + 1;
        String before = steps.folder().isEmpty() ? "" : steps.folder() + "/";
        return listed.computeIfAbsent(folder, _ -> new TreeSet<>(listing.apply(folder))).stream()
                .map(file -> file.substring(begin))
                .filter(steps::matches)
                .map(before::concat)
                .toList();
    }

    /// What was read there turned out to say nothing about the topology.
    void forget(String file) {
        asked.remove(file);
    }

    /// The files beside the descriptors that were asked for, by path.
    List<SourceFile> used() {
        return asked.values().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(file -> file.text().file()))
                .toList();
    }

    private static SideFile found(SourceFile file) {
        SourceText text = file.text();
        return file.isRead()
                ? new SideFile.Found(text)
                : new SideFile.Refused(file.problems().getFirst());
    }

    private static @Nullable String beside(String from, String path) {
        if (ABSOLUTE.matcher(path).matches()) {
            return null;
        }
        Deque<String> walked = new ArrayDeque<>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String step : (folder + path).split("/", -1)) {
            if (step.equals("..")) {
                if (walked.isEmpty()) {
                    return null;
                }
                walked.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                walked.addLast(step);
            }
        }
        return String.join("/", walked);
    }
}
