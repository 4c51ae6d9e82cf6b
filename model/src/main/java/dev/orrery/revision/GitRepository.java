package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The repository around a file or folder, to be read. For one thread.
final class GitRepository implements Closeable {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern SHORT_ID = Pattern.compile("[0-9a-f]{4,64}");
    /// An expression of which this is the last step: `~3`, `^2`, `^{commit}`.
    private static final Pattern STEP = Pattern.compile("(.+)(?:~(\\d{0,6})|\\^(\\d{0,2}|\\{(?:commit)?}))");
    private static final Pattern FORMAT = Pattern.compile("(?im)^\\s*objectformat\\s*=\\s*\"?(\\w+)");
    private static final Pattern REF_STORAGE = Pattern.compile("(?im)^\\s*refstorage\\s*=\\s*\"?(\\w+)");
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int MOST_STEPS = 20;

    private final Path top;
    private final Refs refs;
    private final ObjectStore objects;
    private final boolean isReftable;

    private GitRepository(Path top, Path own, Path common) throws IOException {
        String config = text(common.resolve("config")).orElse("");
        this.top = top;
        this.isReftable = setting(REF_STORAGE, config).equals("reftable");
        this.refs = new Refs(own, common);
        boolean isLong = setting(FORMAT, config).equals("sha256");
        this.objects = new ObjectStore(common.resolve("objects"), isLong ? "SHA-256" : "SHA-1");
    }

    private static String setting(Pattern key, String config) {
        Matcher matcher = key.matcher(config);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// The repository of the nearest folder above, the path itself included, that has `.git`; empty where none has.
    ///
    /// @param path absolute and normalised
    static Optional<GitRepository> around(Path path) throws IOException {
        Optional<Path> top = Stream.iterate(path, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
        if (top.isEmpty()) {
            return Optional.empty();
        }
        Path own = own(top.get());
        Path common =
                text(own.resolve("commondir")).map(said -> resolved(own, said)).orElse(own);
        boolean isRepository = Files.isRegularFile(own.resolve("HEAD")) && Files.isDirectory(common.resolve("objects"));
        return isRepository ? Optional.of(new GitRepository(top.get(), own, common)) : Optional.empty();
    }

    /// A worktree or submodule has a file that says where its repository is.
    private static Path own(Path top) throws IOException {
        Path git = top.resolve(".git");
        if (!Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
            return git;
        }
        String said = text(git).orElse("");
        return said.startsWith("gitdir:") ? resolved(top, said.substring("gitdir:".length())) : git;
    }

    private static Path resolved(Path from, String said) {
        try {
            return from.resolve(said.strip()).normalize();
        } catch (InvalidPathException odd) {
            return from;
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LARGEST_TEXT), UTF_8));
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// The folder that holds everything that is committed.
    Path top() {
        return top;
    }

    /// Whether branches and tags are kept in a way that is not read here; ids are understood all the same.
    boolean isReftable() {
        return isReftable;
    }

    /// The commit that an expression means: a branch, a tag, `HEAD`, an id or its beginning, and steps back from one of
    /// these, `~3` or `^2`. Empty where it means nothing, or more than one.
    Optional<Commit> commit(String expression) throws IOException {
        return commit(expression, 0);
    }

    private Optional<Commit> commit(String expression, int steps) throws IOException {
        Matcher step = STEP.matcher(expression);
        if (steps < MOST_STEPS && step.matches()) {
            Optional<Commit> from = commit(step.group(1), steps + 1);
            return from.isEmpty() ? from : stepped(from.get(), step.group(2), step.group(3));
        }
        Optional<String> id = refs.find(expression);
        if (id.isEmpty() && SHORT_ID.matcher(expression).matches()) {
            SortedSet<String> ids = objects.startingWith(expression);
            id = ids.size() == 1 ? Optional.of(ids.first()) : Optional.empty();
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(peeled(id.get()));
    }

    private Optional<Commit> stepped(Commit from, String back, String parent) throws IOException {
        if (back != null) {
            Commit at = from;
            for (int left = back.isEmpty() ? 1 : Integer.parseInt(back); left > 0; left--) {
                if (at.parents().isEmpty()) {
                    return Optional.empty();
                }
                at = byId(at.parents().getFirst());
            }
            return Optional.of(at);
        }
        if (parent.startsWith("{") || parent.equals("0")) {
            return Optional.of(from);
        }
        int number = parent.isEmpty() ? 1 : Integer.parseInt(parent);
        return number > from.parents().size()
                ? Optional.empty()
                : Optional.of(byId(from.parents().get(number - 1)));
    }

    /// The commit at the end of annotated tags.
    private Commit peeled(String id) throws IOException {
        String at = id;
        GitObject object = objects.read(at);
        for (int tags = 0; object.type() == GitObject.Type.TAG && tags < MOST_STEPS; tags++) {
            String text = new String(object.content(), UTF_8);
            String next = text.startsWith("object ")
                    ? text.lines().findFirst().orElse("").substring(7)
                    : "";
            if (!isId(next)) {
                throw new IOException("the tag " + at + " is of nothing");
            }
            at = next;
            object = objects.read(at);
        }
        return Commit.of(at, object);
    }

    Commit byId(String id) throws IOException {
        if (!isId(id)) {
            throw new IOException("no id: " + id);
        }
        return Commit.of(id, objects.read(id));
    }

    /// The entries of a committed folder, by name.
    SortedMap<String, TreeEntry> folder(String id) throws IOException {
        return TreeEntry.read(objects.read(id), objects.idLength() / 2);
    }

    byte[] file(String id) throws IOException {
        return objects.read(id, GitObject.Type.BLOB).content();
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
