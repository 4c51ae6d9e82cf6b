package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the user allowed for each folder, and for each environment of it. A file that cannot be read allows nothing.
///
/// ```
/// {"format": 1,
///  "folders": [{"folder": "/home/ada/shop", "origins": ["http://localhost:8080"],
///               "secrets": [{"name": "shop", "origin": "http://localhost:8080"}]}],
///  "environments": [{"folder": "/home/ada/shop", "environment": "staging", "origins": …, "secrets": …}]}
/// ```
///
/// A file from before there were environments and secrets has `folders` without `secrets`, and reads as what it said:
/// origins that may be asked. Environments have a list of their own, so that an Orrery that does not know it takes what
/// is allowed in one for nothing, and not for the addresses as declared.
public final class TrustFile {
    private static final int FORMAT = 1;
    private static final String DECLARED = "folders";
    private static final String ENVIRONMENTS = "environments";

    private final KeptJson file;

    public TrustFile(DataFolder data, AtomicFile files) {
        this.file = new KeptJson(data.trust(), files);
    }

    /// What is allowed for a root, in each environment.
    public Trusts of(Path root) {
        return folders(file.read()).getOrDefault(key(root), Trusts.NONE);
    }

    /// A sentence about a file that could not be read.
    public Optional<String> notice() {
        return file.read().notice();
    }

    /// Allows more for a root; what was allowed before stays so.
    ///
    /// @param environment null for the addresses as declared
    public Written allow(Path root, @Nullable String environment, Trust more) {
        SortedMap<String, Trusts> folders = folders(file.read());
        folders.merge(key(root), Trusts.NONE.and(environment, more), (old, _) -> old.and(environment, more));
        return write(folders);
    }

    /// Allows nothing more for any root.
    public Written forgetAll() {
        return write(new TreeMap<>());
    }

    private Written write(SortedMap<String, Trusts> folders) {
        List<Json> declared = new ArrayList<>();
        List<Json> environments = new ArrayList<>();
        folders.forEach((folder, trusts) -> {
            if (!trusts.declared().isNone()) {
                declared.add(entry(Stream.of(member("folder", folder)), trusts.declared()));
            }
            trusts.environments()
                    .forEach((name, trust) -> environments.add(
                            entry(Stream.of(member("folder", folder), member("environment", name)), trust)));
        });
        return file.write(List.of(
                member("format", number(FORMAT)),
                member(DECLARED, array(declared)),
                member(ENVIRONMENTS, array(environments))));
    }

    private static Json entry(Stream<Json.Member> place, Trust trust) {
        Json origins = array(trust.origins().stream()
                .map(origin -> Json.text(origin.toString()))
                .toList());
        Json secrets = array(trust.secrets().stream()
                .map(use -> (Json) object(
                        member("name", use.secret()),
                        member("origin", use.origin().toString())))
                .toList());
        return new Json.Obj(Stream.concat(place, Stream.of(member("origins", origins), member("secrets", secrets)))
                .toList());
    }

    private static SortedMap<String, Trusts> folders(KeptJson.Content content) {
        SortedMap<String, Trusts> folders = new TreeMap<>();
        for (Json.Obj entry : objects(content.object(), DECLARED)) {
            text(entry, "folder").ifPresent(folder -> add(folders, folder, null, trust(entry)));
        }
        for (Json.Obj entry : objects(content.object(), ENVIRONMENTS)) {
            text(entry, "folder")
                    .ifPresent(folder -> text(entry, "environment")
                            .ifPresent(environment -> add(folders, folder, environment, trust(entry))));
        }
        return folders;
    }

    private static void add(
            SortedMap<String, Trusts> folders, String folder, @Nullable String environment, Trust trust) {
        folders.put(folder, folders.getOrDefault(folder, Trusts.NONE).and(environment, trust));
    }

    /// What cannot be read is not allowed.
    private static Trust trust(Json.Obj entry) {
        NavigableSet<Origin> origins = new TreeSet<>();
        if (entry.get("origins").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Text(String origin)) {
                    Origin.of(origin).ifPresent(origins::add);
                }
            }
        }
        NavigableSet<SecretUse> secrets = new TreeSet<>();
        for (Json.Obj use : objects(entry, "secrets")) {
            text(use, "name")
                    .ifPresent(name -> text(use, "origin")
                            .flatMap(Origin::of)
                            .ifPresent(origin -> secrets.add(new SecretUse(name, origin))));
        }
        return new Trust(origins, secrets);
    }

    private static List<Json.Obj> objects(Json.Obj within, String name) {
        return within.get(name).orElse(Json.NULL) instanceof Json.Arr list
                ? list.items().stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(Json.Obj within, String name) {
        return within.get(name).orElse(Json.NULL) instanceof Json.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String key(Path root) {
        return root.toAbsolutePath().normalize().toString();
    }
}
