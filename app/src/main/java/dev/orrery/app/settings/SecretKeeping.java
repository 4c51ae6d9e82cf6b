package dev.orrery.app.settings;

import dev.orrery.persistence.SecretDraft;
import dev.orrery.persistence.SecretEntry;
import dev.orrery.persistence.SecretList;
import dev.orrery.persistence.Written;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The user's list of secrets for the window: disks are waited for elsewhere, and what came of it is told on the FX
/// thread.
public final class SecretKeeping {
    private final SecretList list;
    private final Executor background;
    private final Executor fx;

    /// @param background a single thread, so that changes keep their order
    /// @param fx runs work on the FX thread
    public SecretKeeping(SecretList list, Executor background, Executor fx) {
        this.list = list;
        this.background = background;
        this.fx = fx;
    }

    Path path() {
        return list.path();
    }

    void read(Consumer<SecretList.Listed> then) {
        ask(list::read, then);
    }

    /// @param before the entry to be changed; null for a new one
    void put(@Nullable SecretEntry before, SecretDraft draft, Consumer<Written> then) {
        ask(() -> before == null ? list.add(draft) : list.replace(before, draft), then);
    }

    void remove(SecretEntry entry, Consumer<Written> then) {
        ask(() -> list.remove(entry), then);
    }

    boolean isSet(String variable) {
        return list.isSet(variable);
    }

    void fileTrouble(String path, Consumer<Optional<String>> then) {
        ask(() -> list.fileTrouble(path), then);
    }

    private <T> void ask(Supplier<T> work, Consumer<T> then) {
        background.execute(() -> {
            T found = work.get();
            fx.execute(() -> then.accept(found));
        });
    }
}
