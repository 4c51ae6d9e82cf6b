package dev.orrery.health;

import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All by which states are to be taken at one moment: what a service's own answers say, what people said, and how
/// what it needs stands.
public final class Circumstances {
    private final Topology topology;
    private final HealthBoard board;
    private final Attention attention;
    private final Instant now;
    private final Impairment impairment;

    /// @param now by the wall clock
    public Circumstances(Topology topology, HealthBoard board, Attention attention, Instant now) {
        this.topology = topology;
        this.board = board;
        this.attention = attention;
        this.now = now;
        this.impairment = new Impairment(topology, board, attention, now);
    }

    /// Where nobody said anything.
    public static Circumstances plain(Topology topology, HealthBoard board) {
        return new Circumstances(topology, board, Attention.NONE, Instant.EPOCH);
    }

    public Topology topology() {
        return topology;
    }

    public HealthBoard board() {
        return board;
    }

    /// Of one service, in the order in which they are told.
    public List<Qualifier> of(ServiceHealth service, HealthPolicy policy) {
        List<Qualifier> all = new ArrayList<>(Qualifier.of(service, policy));
        all.addAll(said(service));
        return List.copyOf(all);
    }

    /// Those that come of what people said.
    public List<Qualifier> said(ServiceHealth service) {
        List<Qualifier> said = new ArrayList<>(attention.of(service, now));
        impairment.of(service.service()).ifPresent(said::add);
        return List.copyOf(said);
    }
}
