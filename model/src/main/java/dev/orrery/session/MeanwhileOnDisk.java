package dev.orrery.session;

import dev.orrery.importer.SourceFile;
import dev.orrery.importer.WorkspaceMerge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Workspaces are written by several: by whoever edits, and by the window, which keeps pins at once. Neither is a
/// conflict for the other.
final class MeanwhileOnDisk {
    private MeanwhileOnDisk() {}

    /// What was read again, but for workspaces that differ in no more than pins from what is known.
    static List<SourceFile> heeded(List<SourceFile> known, List<SourceFile> now) {
        return now.stream()
                .map(file -> find(known, file.text().file())
                        .filter(before -> WorkspaceMerge.isWorkspace(file)
                                && before.isRead()
                                && file.isRead()
                                && WorkspaceMerge.saysTheSame(
                                        before.text().content(), file.text().content()))
                        .orElse(file))
                .toList();
    }

    /// Workspaces in which others changed other sections.
    ///
    /// @param files that both changed
    static Map<String, String> merged(Set<String> files, Editing editing, Texts mine, List<SourceFile> now) {
        Map<String, String> merged = new TreeMap<>();
        for (String name : files) {
            find(now, name)
                    .filter(WorkspaceMerge::isWorkspace)
                    .flatMap(theirs -> WorkspaceMerge.of(
                            text(editing.disk(), name),
                            text(mine, name),
                            theirs.text().content()))
                    .ifPresent(text -> merged.put(name, text));
        }
        return merged;
    }

    private static String text(Texts texts, String file) {
        return texts.contents().getOrDefault(file, "");
    }

    private static Optional<SourceFile> find(List<SourceFile> files, String name) {
        return files.stream().filter(file -> file.text().file().equals(name)).findFirst();
    }
}
