package dev.orrery.probe;

/// How many probes may run at once.
///
/// @param together over all
/// @param perHost to one host and port, so that no service is flooded and a silent one holds up
///     nobody else
public record Limits(int together, int perHost) {
    public static final Limits DEFAULT = new Limits(2048, 4);

    public Limits {
        if (together < 1 || perHost < 1) {
            throw new IllegalArgumentException("at least one probe at a time: " + together + ", " + perHost);
        }
    }
}
