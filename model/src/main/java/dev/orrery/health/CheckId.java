package dev.orrery.health;

/// One health check of one service.
///
/// @param index place in the service's list of checks, from 0
public record CheckId(String service, int index) implements Comparable<CheckId> {
    @Override
    public int compareTo(CheckId other) {
        int byService = service.compareTo(other.service);
        return byService != 0 ? byService : Integer.compare(index, other.index);
    }
}
