package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.bool;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import dev.orrery.persistence.Settings.ThemeChoice;
import dev.orrery.persistence.Settings.WindowPlace;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings in the user's data folder. A value that makes no sense is as if it were missing.
public final class SettingsFile {
    private static final double FARTHEST = 1e5;

    private final KeptJson file;

    public SettingsFile(DataFolder data, AtomicFile files) {
        this.file = new KeptJson(data.settings(), files);
    }

    /// @param notice a sentence about a file that could not be read
    public record Read(Settings settings, Optional<String> notice) {}

    public Read read() {
        KeptJson.Content content = file.read();
        Json.Obj json = content.object();
        Settings settings = new Settings(
                theme(json),
                interval(json),
                isTrue(json, "reducedMotion"),
                text(json, "editor"),
                recent(json),
                window(json));
        return new Read(settings, content.notice());
    }

    public Written write(Settings settings) {
        WindowPlace place = settings.window();
        return file.write(List.of(
                member("theme", settings.theme().name().toLowerCase(Locale.ROOT)),
                member("intervalSeconds", number(settings.interval().toSeconds())),
                member("reducedMotion", bool(settings.reducedMotion())),
                member("editor", settings.editor()),
                member(
                        "recent",
                        array(settings.recent().stream()
                                .map(path -> Json.text(path.toString()))
                                .toList())),
                member("window", place == null ? Json.NULL : window(place))));
    }

    private static Json window(WindowPlace place) {
        return object(
                member("x", number(place.x())),
                member("y", number(place.y())),
                member("width", number(place.width())),
                member("height", number(place.height())),
                member("maximised", bool(place.maximised())));
    }

    private static ThemeChoice theme(Json.Obj json) {
        String word = text(json, "theme");
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return choice;
            }
        }
        return Settings.DEFAULT.theme();
    }

    private static Duration interval(Json.Obj json) {
        Double seconds = asNumber(json, "intervalSeconds");
        if (seconds == null
                || seconds < Settings.SHORTEST_INTERVAL.toSeconds()
                || seconds > Settings.LONGEST_INTERVAL.toSeconds()) {
            return Settings.DEFAULT.interval();
        }
        return Duration.ofSeconds(seconds.longValue());
    }

    private static List<Path> recent(Json.Obj json) {
        List<Path> paths = new ArrayList<>();
        if (json.get("recent").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Text(String path)) {
                    try {
                        paths.add(Path.of(path));
                    } catch (InvalidPathException fromAnotherSystem) {
                        // A path that this system cannot name leads nowhere.
                    }
                }
            }
        }
        return paths;
    }

    private static @Nullable WindowPlace window(Json.Obj json) {
        if (!(json.get("window").orElse(Json.NULL) instanceof Json.Obj place)) {
            return null;
        }
        Double x = asNumber(place, "x");
        Double y = asNumber(place, "y");
        Double width = asNumber(place, "width");
        Double height = asNumber(place, "height");
        if (x == null || y == null || width == null || height == null || width <= 0 || height <= 0) {
            return null;
        }
        return new WindowPlace(x, y, width, height, isTrue(place, "maximised"));
    }

    private static @Nullable String text(Json.Obj json, String name) {
        return json.get(name).orElse(Json.NULL) instanceof Json.Text(String text) ? text : null;
    }

    private static boolean isTrue(Json.Obj json, String name) {
        return json.get(name).orElse(Json.NULL) instanceof Json.Bool(boolean value) && value;
    }

    private static @Nullable Double asNumber(Json.Obj json, String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Json.Num number) {
            Optional<BigDecimal> value = number.value();
            if (value.isPresent() && Math.abs(value.get().doubleValue()) <= FARTHEST) {
                return value.get().doubleValue();
            }
        }
        return null;
    }
}
