package dev.orrery.topology;

/// The two ends of a dependency: `from` needs `to`.
public record Pair(String from, String to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
        int byFrom = from.compareTo(other.from);
        return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
}
