package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.json.Json;
import dev.orrery.session.Editing;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Edits that are not saved, kept in the data folder so that they outlive a crash: one file for each list of paths that
/// was opened, with the whole text of every file that is edited and the hash of what it was made from.
public final class JournalFile {
    private static final int FORMAT = 1;

    private final Path path;
    private final KeptJson file;

    /// @param paths as the user named them
    public JournalFile(DataFolder data, List<Path> paths, AtomicFile files) {
        String named = paths.stream()
                .map(each -> each.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining("\n"));
        this.path = data.journals().resolve(hash(named) + ".json");
        this.file = new KeptJson(path, files);
    }

    /// Keeps what differs from the disk; where nothing does, forgets what was kept.
    public Written write(Texts disk, Texts texts) {
        List<Json> entries = new ArrayList<>();
        for (String edited : texts.differing(disk)) {
            String content = texts.contents().get(edited);
            if (content != null) {
                entries.add(object(
                        member("file", edited),
                        member("base", hash(disk.contents().getOrDefault(edited, ""))),
                        member("content", content)));
            }
        }
        if (entries.isEmpty()) {
            return forget();
        }
        return file.write(List.of(member("format", number(FORMAT)), member("files", array(entries))));
    }

    /// What was kept and differs from the disk. What cannot be read, or is of a file that is not open, is left out.
    public Optional<Editing.Recovered> read(Texts disk) {
        TreeMap<String, String> contents = new TreeMap<>();
        boolean changed = false;
        Json.Obj kept = file.read().object();
        if (!kept.get("format").orElse(Json.NULL).equals(number(FORMAT))) {
            return Optional.empty();
        }
        for (Json item :
                kept.get("files").orElse(Json.NULL) instanceof Json.Arr list ? list.items() : List.<Json>of()) {
            if (item instanceof Json.Obj entry
                    && entry.get("file").orElse(Json.NULL) instanceof Json.Text(String name)
                    && entry.get("base").orElse(Json.NULL) instanceof Json.Text(String base)
                    && entry.get("content").orElse(Json.NULL) instanceof Json.Text(String content)) {
                String now = disk.contents().get(name);
                if (now != null && !now.equals(content)) {
                    contents.put(name, content);
                    changed |= !base.equals(hash(now));
                }
            }
        }
        return contents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Editing.Recovered(new Texts(contents), new TreeSet<>(contents.keySet()), changed));
    }

    private Written forget() {
        try {
            Files.deleteIfExists(path);
            return new Written.Done(path);
        } catch (IOException failed) {
            return AtomicFile.refused(path, AtomicFile.words(failed));
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
