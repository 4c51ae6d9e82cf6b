package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;

/// The objects of one repository, those by themselves and those in packs, each checked against its id. For one thread.
final class ObjectStore implements Closeable {
    private static final int HEADER = 32;
    private static final int MOST_PACKS = 10_000;

    private final Path folder;
    private final MessageDigest digest;
    private final List<Pack> packs = new ArrayList<>();

    /// @param algorithm by which ids are made: `SHA-1` or `SHA-256`
    ObjectStore(Path folder, String algorithm) throws IOException {
        this.folder = folder;
        try {
            this.digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IOException("ids are made by an unknown algorithm", unknown);
        }
        Path packed = folder.resolve("pack");
        if (Files.isDirectory(packed, LinkOption.NOFOLLOW_LINKS)) {
            try {
                openPacks(packed);
            } catch (IOException broken) {
                close();
                throw broken;
            }
        }
    }

    private void openPacks(Path packed) throws IOException {
        SortedSet<Path> indexes = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(packed, "pack-*.idx")) {
            for (Path file : files) {
                if (indexes.size() < MOST_PACKS) {
                    indexes.add(file);
                }
            }
        }
        for (Path index : indexes) {
            Path pack = index.resolveSibling(index.getFileName().toString().replaceFirst("\\.idx$", ".pack"));
            if (Files.isRegularFile(pack, LinkOption.NOFOLLOW_LINKS)) {
                packs.add(new Pack(index, pack, digest.getDigestLength()));
            }
        }
    }

    int idLength() {
        return 2 * digest.getDigestLength();
    }

    GitObject read(String id, GitObject.Type type) throws IOException {
        return read(id).of(type);
    }

    /// @throws IOException where it is missing, broken, too large, or not what its id says
    GitObject read(String id) throws IOException {
        GitObject object = find(id);
        digest.reset();
        digest.update((object.type().word() + " " + object.content().length + "\0").getBytes(US_ASCII));
        String made = HexFormat.of().formatHex(digest.digest(object.content()));
        if (!made.equals(id)) {
            throw new IOException("the object " + id + " is not what its id says");
        }
        return object;
    }

    private GitObject find(String id) throws IOException {
        Path loose = folder.resolve(id.substring(0, 2)).resolve(id.substring(2));
        if (Files.isRegularFile(loose, LinkOption.NOFOLLOW_LINKS)) {
            return loose(loose);
        }
        for (Pack pack : packs) {
            long offset = pack.offset(id);
            if (offset >= 0) {
                return pack.read(offset);
            }
        }
        throw new IOException("the object " + id + " is not in this repository");
    }

    private static GitObject loose(Path file) throws IOException {
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            StringBuilder header = new StringBuilder();
            int next = in.read();
            while (next > 0 && header.length() < HEADER) {
                header.append((char) next);
                next = in.read();
            }
            String[] words = header.toString().split(" ", 2);
            if (next != 0 || words.length != 2 || !words[1].matches("\\d{1,18}")) {
                throw new IOException("an object has no header");
            }
            int size = GitObject.checked(Long.parseLong(words[1]));
            byte[] content = in.readNBytes(size);
            if (content.length != size) {
                throw new EOFException("an object is cut");
            }
            return new GitObject(GitObject.Type.of(words[0]), content);
        }
    }

    /// Ids that begin so, in hexadecimal, two at most.
    SortedSet<String> startingWith(String prefix) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        for (Pack pack : packs) {
            found.addAll(pack.startingWith(prefix, 2));
        }
        Path near = folder.resolve(prefix.substring(0, 2));
        if (Files.isDirectory(near, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(near)) {
                for (Path file : files) {
                    String id = prefix.substring(0, 2) + file.getFileName();
                    if (id.startsWith(prefix) && id.length() == idLength()) {
                        found.add(id);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        for (Pack pack : packs) {
            pack.close();
        }
    }
}
