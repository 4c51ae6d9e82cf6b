package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// @param tree id of the folder that was committed
/// @param parents ids, the first that on which it was made
/// @param time of the commit
/// @param subject the first line of the message
record Commit(String id, String tree, List<String> parents, Instant time, String subject) {
    Commit {
        parents = List.copyOf(parents);
    }

    static Commit of(String id, GitObject object) throws IOException {
        String text = new String(object.of(GitObject.Type.COMMIT).content(), UTF_8);
        String tree = "";
        List<String> parents = new ArrayList<>();
        Instant time = Instant.EPOCH;
        int end = text.indexOf("\n\n");
        for (String line : text.substring(0, end < 0 ? text.length() : end).split("\n")) {
            if (line.startsWith("tree ")) {
                tree = line.substring(5);
            } else if (line.startsWith("parent ")) {
                parents.add(line.substring(7));
            } else if (line.startsWith("committer ")) {
                time = time(line);
            }
        }
        if (!GitRepository.isId(tree)) {
            throw new IOException("the commit " + id + " has no folder");
        }
        String subject =
                end < 0 ? "" : text.substring(end).strip().lines().findFirst().orElse("");
        return new Commit(id, tree, parents, time, subject);
    }

    /// Seconds stand before the zone.
    private static Instant time(String line) {
        String[] words = line.split(" ");
        try {
            return words.length < 2 ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(words[words.length - 2]));
        } catch (NumberFormatException | DateTimeException odd) {
            return Instant.EPOCH;
        }
    }
}
