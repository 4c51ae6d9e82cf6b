package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Branches, tags and `HEAD`.
final class Refs {
    /// The order in which git looks (gitrevisions).
    private static final List<String> PLACES =
            List.of("%s", "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl} ~^:?*\\[\\\\]+");
    private static final int LONGEST = 4_096;
    private static final int MOST_HOPS = 5;

    private final Path own;
    private final Path common;

    /// @param own where `HEAD` is
    /// @param common where branches are, which all worktrees share
    Refs(Path own, Path common) {
        this.own = own;
        this.common = common;
    }

    /// The id that a name stands for: of a commit, or of an annotated tag.
    Optional<String> find(String name) throws IOException {
        if (!isName(name)) {
            return Optional.empty();
        }
        for (String place : PLACES) {
            String ref = place.formatted(name);
            boolean isRef = ref.startsWith("refs/") || ref.matches("[A-Z_]+");
            Optional<String> id = isRef ? follow(ref) : Optional.empty();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && !name.contains("..")
                && !name.contains("//")
                && !name.startsWith("/")
                && !name.endsWith("/");
    }

    private Optional<String> follow(String ref) throws IOException {
        String at = ref;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<String> said = read(at);
            if (said.isEmpty()) {
                return packed(at);
            }
            String text = said.get().strip();
            if (!text.startsWith("ref:")) {
                return Optional.of(text).filter(GitRepository::isId);
            }
            at = text.substring("ref:".length()).strip();
            if (!at.startsWith("refs/") || !isName(at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> read(String ref) throws IOException {
        for (Path folder : List.of(own, common)) {
            Path file = folder.resolve(ref);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                try (InputStream in = Files.newInputStream(file)) {
                    return Optional.of(new String(in.readNBytes(LONGEST), UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> packed(String ref) throws IOException {
        Path file = common.resolve("packed-refs");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                if (blank > 0 && line.substring(blank + 1).equals(ref)) {
                    return Optional.of(line.substring(0, blank)).filter(GitRepository::isId);
                }
            }
        }
        return Optional.empty();
    }
}
