package dev.orrery.app.runtime;

import dev.orrery.persistence.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells when an opened file changes on disk.
///
/// It looks at size and time of change every second rather than asking the system to be told: that is the same on every
/// system and file system (network drives tell nothing), and costs microseconds for the few files that are open. A
/// change is told once it has stayed the same for one more look, so that a file is not read while it is being
/// written.
final class FileWatch implements AutoCloseable {
    static final long PERIOD_MILLIS = 1000;

    /// @param changed null where the file is missing
    private record Stamp(@Nullable Object key, long size, long changed) {}

    private final Runnable changed;
    private final ScheduledFuture<?> looking;
    private Map<Path, Stamp> told = Map.of();
    private Map<Path, Stamp> seen = Map.of();
    private Map<Path, Map<String, String>> stated = Map.of();

    FileWatch(ScheduledExecutorService thread, Runnable changed) {
        this.changed = changed;
        looking = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// @param workspaces of these only what people state there
    synchronized void watch(Set<Path> files, Set<Path> workspaces) {
        Set<Path> all = new TreeSet<>(files);
        all.addAll(workspaces);
        told = stamps(all);
        seen = told;
        stated = new TreeMap<>();
        workspaces.forEach(workspace -> stated.put(workspace, WorkspaceFile.stated(workspace)));
    }

    @Override
    public void close() {
        looking.cancel(false);
    }

    synchronized void look() {
        Map<Path, Stamp> now = stamps(told.keySet());
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(told)) {
            Map<Path, Stamp> before = told;
            told = now;
            List<Path> touched = now.keySet().stream()
                    .filter(file -> !Objects.equals(now.get(file), before.get(file)))
                    .filter(this::saysSomethingElse)
                    .toList();
            if (!touched.isEmpty()) {
                changed.run();
            }
        }
    }

    /// A pin that the window itself writes into a workspace is no reason to read everything again.
    private boolean saysSomethingElse(Path touched) {
        Map<String, String> before = stated.get(touched);
        if (before == null) {
            return true;
        }
        Map<String, String> now = WorkspaceFile.stated(touched);
        stated.put(touched, now);
        return !now.equals(before);
    }

    private static Map<Path, Stamp> stamps(Set<Path> files) {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path file : files) {
            stamps.put(file, stamp(file));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    Objects.requireNonNullElse(attributes.fileKey(), ""),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        } catch (IOException _) {
            return new Stamp(null, -1, -1);
        }
    }
}
