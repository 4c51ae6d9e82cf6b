package dev.orrery.persistence;

import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.Secrets;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The user's secrets: `secrets.json` in the data folder, written by hand or through [SecretList]. It says for each
/// name to which origins the value may go and where it comes from: a variable of the environment, a file, or the
/// value itself.
///
/// ```
/// {"secrets": [{"name": "shop", "origins": ["https://shop.example"], "variable": "SHOP_TOKEN"}]}
/// ```
///
/// Read anew each time a secret is needed, so a change holds at once, and nothing is read before a check that names a
/// secret is asked. A variable or file is looked at only for an origin of the audience. What others than the owner
/// may read is refused.
public final class SecretsFile implements Secrets {
    private final Path path;
    private final KeptJson file;
    private final Function<String, @Nullable String> environment;

    /// @param environment the value of a variable, null where it is not set
    public SecretsFile(DataFolder data, Function<String, @Nullable String> environment) {
        this.path = data.secrets();
        this.file = new KeptJson(path, AtomicFile.ownerOnly());
        this.environment = environment;
    }

    @Override
    public Found find(String name, Origin origin) {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Found.Unknown();
        }
        if (OwnerOnly.refuses(path)) {
            return new Found.Unreadable(Messages.of("secret.open-to-others", Untrusted.oneLine(path.toString())));
        }
        KeptJson.Content content = file.read();
        if (content.notice().isPresent()) {
            // What is wrong with the file is said in other words, because those of a parser may repeat what is in it.
            return new Found.Unreadable(Messages.of("secret.broken", Untrusted.oneLine(path.toString())));
        }
        Optional<Json.Obj> entry = entry(content.object(), name);
        if (entry.isEmpty()) {
            return new Found.Unknown();
        }
        return audience(name, entry.get()).includes(origin)
                ? SecretSource.of(entry.get(), path, environment).read()
                : new Found.NotForThisOrigin();
    }

    /// The file's place alone.
    @Override
    public String toString() {
        return path.toString();
    }

    private static Optional<Json.Obj> entry(Json.Obj content, String name) {
        if (content.get("secrets").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj entry
                        && entry.get("name").orElse(Json.NULL).equals(Json.text(name))) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /// An origin that cannot be read is one to which nothing is sent.
    private static SecretAudience audience(String name, Json.Obj entry) {
        List<Origin> origins = SecretJson.origins(entry).stream()
                .flatMap(origin -> Origin.of(origin).stream())
                .toList();
        return SecretAudience.of(name, origins);
    }
}
