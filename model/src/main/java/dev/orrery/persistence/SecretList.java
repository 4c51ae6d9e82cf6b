package dev.orrery.persistence;

import dev.orrery.json.Json;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The user's list of secrets, to be looked at and changed: the file that [SecretsFile] reads. No value leaves it.
///
/// A change touches one entry: the others, their order, and all keys that this version does not know stay. A file
/// that cannot be read as JSON is never written over.
public final class SecretList {
    private static final String LIST = "secrets";

    private final Path path;
    private final KeptJson file;
    private final Function<String, @Nullable String> environment;

    /// @param environment the value of a variable, null where it is not set
    public SecretList(DataFolder data, Function<String, @Nullable String> environment) {
        this.path = data.secrets();
        this.file = new KeptJson(path, AtomicFile.ownerOnly());
        this.environment = environment;
    }

    /// @param entries in their order
    /// @param trouble what is wrong with the file, as a sentence
    /// @param writable whether it can be changed
    public record Listed(List<SecretEntry> entries, Optional<String> trouble, boolean writable) {
        public Listed {
            entries = List.copyOf(entries);
        }
    }

    public Path path() {
        return path;
    }

    public Listed read() {
        Optional<Json.Obj> content = content();
        if (content.isEmpty()) {
            return new Listed(List.of(), Optional.of(broken()), false);
        }
        boolean open = Files.exists(path) && OwnerOnly.refuses(path);
        return new Listed(
                entries(content.get()),
                open
                        ? Optional.of(Messages.of("secrets.open-to-others", Untrusted.oneLine(path.toString())))
                        : Optional.empty(),
                true);
    }

    /// Puts a new entry at the end.
    public Written add(SecretDraft draft) {
        return change(items -> items.add(SecretJson.with(new Json.Obj(List.of()), draft)));
    }

    /// Puts what the draft says into an entry.
    public Written replace(SecretEntry before, SecretDraft draft) {
        return change(items -> {
            boolean there = isAt(items, before);
            if (there && items.get(before.position()) instanceof Json.Obj entry) {
                items.set(before.position(), SecretJson.with(entry, draft));
            }
            return there;
        });
    }

    public Written remove(SecretEntry entry) {
        return change(items -> {
            boolean there = isAt(items, entry);
            if (there) {
                items.remove(entry.position());
            }
            return there;
        });
    }

    /// Whether a variable has a value now.
    public boolean isSet(String variable) {
        String value = environment.apply(variable);
        return value != null && !value.isBlank();
    }

    /// Why the value could not be had from a file, as a sentence, without reading it; empty where it could.
    public Optional<String> fileTrouble(String name) {
        String shown = Untrusted.oneLine(name);
        try {
            Path at = path.resolveSibling(name);
            if (!Files.isRegularFile(at)) {
                return Optional.of(Messages.of("secret.file-missing", shown));
            }
            if (OwnerOnly.refuses(at)) {
                return Optional.of(Messages.of("secret.open-to-others", shown));
            }
            return Files.size(at) > SecretSource.LARGEST_FILE
                    ? Optional.of(Messages.of("secret.file-large", shown))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unread) {
            return Optional.of(Messages.of("secret.file-missing", shown));
        }
    }

    /// A step that changes the entries.
    private interface Step {
        /// @return false where they are not as they were thought to be
        boolean take(List<Json> items);
    }

    private Written change(Step step) {
        Optional<Json.Obj> content = content();
        if (content.isEmpty()) {
            return new Written.Refused(path, broken());
        }
        List<Json> items = new ArrayList<>(items(content.get()));
        if (!step.take(items)) {
            return new Written.Refused(path, Messages.of("secrets.changed-meanwhile"));
        }
        Path folder = path.getParent();
        Optional<String> missing = folder == null ? Optional.empty() : DataFolder.ensure(folder);
        if (missing.isPresent()) {
            return new Written.Refused(path, missing.get());
        }
        try {
            // Before a value is in it.
            OwnerOnly.make(path);
        } catch (IOException failed) {
            return AtomicFile.refused(path, AtomicFile.words(failed));
        }
        return file.put(SecretJson.putting(content.get(), LIST, new Json.Arr(items)));
    }

    /// Empty where the file is broken: what a parser says of it may repeat what is in it.
    private Optional<Json.Obj> content() {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Json.Obj(List.of()));
        }
        KeptJson.Content content = file.read();
        boolean sound = content.notice().isEmpty()
                && content.object().count(LIST) <= 1
                && content.object().get(LIST).stream().allMatch(Json.Arr.class::isInstance);
        return sound ? Optional.of(content.object()) : Optional.empty();
    }

    private String broken() {
        return Messages.of("secrets.broken", Untrusted.oneLine(path.toString()));
    }

    private static List<SecretEntry> entries(Json.Obj content) {
        List<SecretEntry> entries = new ArrayList<>();
        List<Json> items = items(content);
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof Json.Obj entry
                    && entry.get("name").orElse(Json.NULL) instanceof Json.Text(String name)) {
                entries.add(new SecretEntry(at, name, SecretJson.origins(entry), SecretJson.place(entry)));
            }
        }
        return entries;
    }

    private static boolean isAt(List<Json> items, SecretEntry entry) {
        return entry.position() < items.size()
                && items.get(entry.position()) instanceof Json.Obj there
                && there.get("name").orElse(Json.NULL).equals(Json.text(entry.name()));
    }

    private static List<Json> items(Json.Obj content) {
        return content.get(LIST).orElse(Json.NULL) instanceof Json.Arr list ? list.items() : List.of();
    }
}
