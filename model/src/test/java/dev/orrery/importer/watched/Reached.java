package dev.orrery.importer.watched;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What this process tried to reach on a network.
final class Reached {
    private static final Queue<String> ALL = new ConcurrentLinkedQueue<>();

    private Reached() {}

    static void add(String what) {
        ALL.add(what);
    }

    static List<String> all() {
        return List.copyOf(ALL);
    }
}
