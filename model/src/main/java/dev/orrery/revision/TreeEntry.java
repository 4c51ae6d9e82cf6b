package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a name stands for in a committed folder.
///
/// @param mode as git writes it, in octal digits
/// @param id of the file or folder
record TreeEntry(String mode, String id) {
    private static final String FOLDER = "40000";

    /// The whole of what was committed.
    static TreeEntry folder(String id) {
        return new TreeEntry(FOLDER, id);
    }

    boolean isFolder() {
        return mode.equals(FOLDER);
    }

    /// Whether it is a file with a content of its own, and no symbolic link or submodule.
    boolean isFile() {
        return mode.startsWith("100");
    }

    /// The entries of a folder by their names. Names that would lead elsewhere are left out.
    ///
    /// @param idBytes how long an id is
    static SortedMap<String, TreeEntry> read(GitObject object, int idBytes) throws IOException {
        byte[] content = object.of(GitObject.Type.TREE).content();
        SortedMap<String, TreeEntry> entries = new TreeMap<>();
        int at = 0;
        while (at < content.length) {
            int blank = indexOf(content, ' ', at);
            int end = indexOf(content, '\0', blank);
            if (end + 1 + idBytes > content.length) {
                throw new IOException("a committed folder is cut");
            }
            String name = new String(content, blank + 1, end - blank - 1, UTF_8);
            String id = HexFormat.of().formatHex(content, end + 1, end + 1 + idBytes);
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..") && !name.contains("/")) {
                entries.put(name, new TreeEntry(new String(content, at, blank - at, UTF_8), id));
            }
            at = end + 1 + idBytes;
        }
        return entries;
    }

    private static int indexOf(byte[] content, char wanted, int from) throws IOException {
        for (int at = from; at < content.length; at++) {
            if (content[at] == wanted) {
                return at;
            }
        }
        throw new IOException("a committed folder is cut");
    }
}
