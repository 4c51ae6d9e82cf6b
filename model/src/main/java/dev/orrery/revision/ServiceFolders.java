package dev.orrery.revision;

import dev.orrery.topology.NameWords;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which service a file belongs to. It is the one whose name the outermost folder on its way has, or the file itself
/// without
/// its ending, if no other service has that name; else the one that a descriptor in the nearest folder above defines,
/// if it
/// defines no other and the folder is not that of everything.
final class ServiceFolders {
    private static final String NOBODY = "";

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byFolder = new HashMap<>();

    /// @param prefix of the root in the repository, with a slash at its end, or empty
    ServiceFolders(Topology topology, String prefix) {
        for (Service service : topology.services()) {
            Set<String> keys = new HashSet<>(keys(service.id()));
            keys.addAll(keys(service.name()));
            service.aliases().forEach(alias -> keys.addAll(keys(alias)));
            keys.forEach(key -> byName.merge(key, service.id(), (_, _) -> NOBODY));
        }
        Map<String, String> byFile = new HashMap<>();
        for (Service service : topology.services()) {
            byFile.merge(prefix + service.source().file(), service.id(), (_, _) -> NOBODY);
        }
        byFile.forEach((file, service) -> byFolder.merge(folder(file), service, (_, _) -> NOBODY));
        byFolder.remove("");
        byFolder.remove(folder(prefix));
    }

    /// In lower case without separators; with and without words that only say that it is a service.
    private static Set<String> keys(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
        Set<String> keys = new HashSet<>();
        keys.add(String.join("", NameWords.of(bare)));
        keys.add(bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
        keys.remove("");
        return keys;
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /// @param file in the repository, with `/`
    Optional<String> serviceOf(String file) {
        String stem = file.replaceFirst("(?<=[^/])\\.[^./]*$", "");
        for (String step : List.of(stem.split("/"))) {
            for (String key : keys(step)) {
                String service = byName.getOrDefault(key, NOBODY);
                if (!service.equals(NOBODY)) {
                    return Optional.of(service);
                }
            }
        }
        for (String folder = folder(file); !folder.isEmpty(); folder = folder(folder)) {
            String service = byFolder.get(folder);
            if (service != null) {
                return service.equals(NOBODY) ? Optional.empty() : Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
