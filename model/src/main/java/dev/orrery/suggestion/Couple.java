package dev.orrery.suggestion;

/// Two different services, whichever is named first.
///
/// @param one the id that comes first
public record Couple(String one, String other) implements Comparable<Couple> {
    public Couple {
        int order = one.compareTo(other);
        if (order == 0) {
            throw new IllegalArgumentException("one service is no couple: " + one);
        }
        if (order > 0) {
            String first = other;
            other = one;
            one = first;
        }
    }

    @Override
    public int compareTo(Couple another) {
        int byOne = one.compareTo(another.one);
        return byOne != 0 ? byOne : other.compareTo(another.other);
    }
}
