package dev.orrery.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Under which name something is kept for one topology.
public final class TopologyName {
    private static final int LONGEST = 40;

    private TopologyName() {}

    /// The beginning of a file's name: readable where the topology's is, and different for different ones.
    ///
    /// @param topology what tells it from all others: the path that the user opened
    public static String of(String topology) {
        String[] parts = topology.split("[/\\\\]+", -1);
        String last = parts[parts.length - 1].replaceAll("[^A-Za-z0-9._-]", "_");
        String readable = last.substring(0, Math.min(last.length(), LONGEST));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(topology.getBytes(UTF_8));
            return readable + "-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
