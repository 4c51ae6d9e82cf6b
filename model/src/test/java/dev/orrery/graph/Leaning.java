package dev.orrery.graph;

import dev.orrery.topology.Topology;

/// Topologies in which nearly all lean on the same few, as those that people run do.
public final class Leaning {
    private Leaning() {}

    /// Workers that each lean on `db` and `cache`, which itself leans on `db`, every second one on `broker`, and every
    /// fifth on the worker before.
    public static Topology on(int workers) {
        Topologies topology =
                Topologies.topology().services("db", "cache", "broker").needs("cache>db");
        for (int i = 0; i < workers; i++) {
            topology.services(worker(i)).needs(worker(i) + ">db", worker(i) + ">cache");
            if (i % 2 == 0) {
                topology.needs(worker(i) + ">broker");
            }
            if (i % 5 == 1) {
                topology.needs(worker(i) + ">" + worker(i - 1));
            }
        }
        return topology.build();
    }

    public static String worker(int number) {
        return "worker-%02d".formatted(number);
    }
}
