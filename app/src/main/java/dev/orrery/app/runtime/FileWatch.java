package dev.orrery.app.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells when an opened file changes on disk.
///
/// It looks at size and time of change every second rather than asking the system to be told: that is the same on every
/// system and file system (network drives tell nothing), and costs microseconds for the few files that are open. A
/// change
/// is told once it has stayed the same for one more look, so that a file is not read while it is being written.
final class FileWatch implements AutoCloseable {
    static final long PERIOD_MILLIS = 1000;

    /// @param changed null where the file is missing
    private record Stamp(@Nullable Object key, long size, long changed) {}

    private final Runnable changed;
    private final ScheduledFuture<?> looking;
    private Map<Path, Stamp> told = Map.of();
    private Map<Path, Stamp> seen = Map.of();

    FileWatch(ScheduledExecutorService thread, Runnable changed) {
        this.changed = changed;
        looking = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void watch(Set<Path> files) {
        told = stamps(files);
        seen = told;
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
            told = now;
            changed.run();
        }
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
