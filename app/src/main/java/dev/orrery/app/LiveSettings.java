package dev.orrery.app;

import dev.orrery.persistence.Settings;
import dev.orrery.persistence.SettingsFile;
import dev.orrery.persistence.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The settings that hold now. FX thread only; written on another.
final class LiveSettings {
    private final SettingsFile file;
    private final Executor writer;
    private final Consumer<String> tell;
    private final List<Consumer<Settings>> listeners = new ArrayList<>();
    private Settings settings;

    /// @param writer a single thread, so that the newest is written last
    /// @param tell says what went wrong, on any thread
    LiveSettings(SettingsFile file, Settings settings, Executor writer, Consumer<String> tell) {
        this.file = file;
        this.settings = settings;
        this.writer = writer;
        this.tell = tell;
    }

    Settings settings() {
        return settings;
    }

    /// Calls with the present settings, and again whenever they change.
    void follow(Consumer<Settings> listener) {
        listeners.add(listener);
        listener.accept(settings);
    }

    void change(Settings next) {
        if (next.equals(settings)) {
            return;
        }
        settings = next;
        listeners.forEach(listener -> listener.accept(next));
        writer.execute(() -> {
            if (file.write(next) instanceof Written.Refused refused) {
                tell.accept(refused.why());
            }
        });
    }
}
