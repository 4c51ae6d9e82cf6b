package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;

import dev.orrery.health.Attention;
import dev.orrery.history.TopologyName;
import dev.orrery.json.Json;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people said of the services of one topology: one file for each in the data folder, named as its history is.
/// In it every environment is by itself. A file that cannot be understood is set aside before it is written anew.
public final class AttentionFile {
    private static final int FORMAT = 1;

    private final Path path;
    private final String topology;
    private final KeptJson file;

    /// @param named the path that the user opened, the first of several
    public AttentionFile(DataFolder data, Path named, AtomicFile files) {
        this.topology = named.toAbsolutePath().normalize().toString();
        this.path = data.attention().resolve(TopologyName.of(topology) + ".json");
        this.file = new KeptJson(path, files);
    }

    /// @param notice what there is to be said about the file, as a sentence
    public record Read(Attention attention, Optional<String> notice) {}

    /// What was said in one environment. What is past is still there: see [Attention#after].
    public Read read(String environment) {
        KeptJson.Content content = file.read();
        if (content.notice().isPresent()) {
            return new Read(Attention.NONE, content.notice());
        }
        if (isNewer(content.object())) {
            return new Read(Attention.NONE, Optional.of(newer()));
        }
        AttentionJson.Understood understood = environments(content.object()).stream()
                .filter(entry -> isOf(entry, environment))
                .findFirst()
                .map(AttentionJson::read)
                .orElse(new AttentionJson.Understood(Attention.NONE, true));
        return new Read(
                understood.attention(),
                understood.whole()
                        ? Optional.empty()
                        : Optional.of(Messages.of("attention.not-understood", Untrusted.oneLine(path.toString()))));
    }

    /// Keeps this for one environment; others stay as they are.
    public Written write(String environment, Attention attention) {
        KeptJson.Content content = file.read();
        if (content.notice().isEmpty() && isNewer(content.object())) {
            return new Written.Refused(path, newer());
        }
        List<Json> entries = new ArrayList<>();
        boolean whole = true;
        for (Json.Obj entry : environments(content.object())) {
            if (isOf(entry, environment)) {
                whole &= AttentionJson.read(entry).whole();
            } else {
                entries.add(entry);
            }
        }
        if (!whole && !file.setAside()) {
            return AtomicFile.refused(path, Messages.of("attention.not-set-aside"));
        }
        if (!attention.equals(Attention.NONE)) {
            entries.add(AttentionJson.of(environment, attention));
        }
        return file.write(List.of(
                member("format", number(FORMAT)),
                member("topology", topology),
                member("environments", array(entries))));
    }

    private String newer() {
        return Messages.of("attention.newer", Untrusted.oneLine(path.toString()));
    }

    private static boolean isNewer(Json.Obj content) {
        return content.get("format").orElse(Json.NULL) instanceof Json.Num number
                && number.value().stream().anyMatch(value -> value.doubleValue() > FORMAT);
    }

    private static boolean isOf(Json.Obj entry, String environment) {
        return entry.get("name").orElse(Json.NULL).equals(Json.text(environment));
    }

    private static List<Json.Obj> environments(Json.Obj content) {
        List<Json.Obj> found = new ArrayList<>();
        if (content.get("environments").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj entry) {
                    found.add(entry);
                }
            }
        }
        return found;
    }
}
