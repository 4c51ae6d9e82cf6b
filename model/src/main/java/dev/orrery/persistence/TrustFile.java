package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which origins the user allowed to be asked, for each folder. A file that cannot be read allows nothing.
public final class TrustFile {
    private static final int FORMAT = 1;

    private final KeptJson file;

    public TrustFile(DataFolder data, AtomicFile files) {
        this.file = new KeptJson(data.trust(), files);
    }

    /// Origins as in `http://localhost:8080`, for a root.
    public SortedSet<String> allowed(Path root) {
        return Collections.unmodifiableSortedSet(folders(file.read()).getOrDefault(key(root), new TreeSet<>()));
    }

    /// A sentence about a file that could not be read.
    public Optional<String> notice() {
        return file.read().notice();
    }

    /// Allows more origins for a root; those allowed before stay so.
    public Written allow(Path root, Collection<String> origins) {
        SortedMap<String, SortedSet<String>> folders = folders(file.read());
        folders.computeIfAbsent(key(root), _ -> new TreeSet<>()).addAll(origins);
        return write(folders);
    }

    /// Allows nothing more for any root.
    public Written forgetAll() {
        return write(new TreeMap<>());
    }

    private Written write(SortedMap<String, SortedSet<String>> folders) {
        List<Json> items = folders.entrySet().stream()
                .map(folder -> (Json) object(
                        member("folder", folder.getKey()),
                        member(
                                "origins",
                                array(folder.getValue().stream().map(Json::text).toList()))))
                .toList();
        return file.write(List.of(member("format", number(FORMAT)), member("folders", array(items))));
    }

    private static SortedMap<String, SortedSet<String>> folders(KeptJson.Content content) {
        SortedMap<String, SortedSet<String>> folders = new TreeMap<>();
        if (content.object().get("folders").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj folder
                        && folder.get("folder").orElse(Json.NULL) instanceof Json.Text(String path)
                        && folder.get("origins").orElse(Json.NULL) instanceof Json.Arr origins) {
                    SortedSet<String> allowed = folders.computeIfAbsent(path, _ -> new TreeSet<>());
                    for (Json origin : origins.items()) {
                        if (origin instanceof Json.Text(String text)) {
                            allowed.add(text);
                        }
                    }
                }
            }
        }
        return folders;
    }

    private static String key(Path root) {
        return root.toAbsolutePath().normalize().toString();
    }
}
