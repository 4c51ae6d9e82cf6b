package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which environment the user last looked at each opened path. It lies in the data folder and not in the workspace:
/// what one looks at is no matter for those who share it. A file that cannot be read remembers nothing.
public final class ChosenEnvironments {
    private static final int FORMAT = 1;
    private static final int MOST = 200;
    private static final String CHOSEN = "chosen";

    private final KeptJson file;

    public ChosenEnvironments(DataFolder data, AtomicFile files) {
        this.file = new KeptJson(data.environments(), files);
    }

    /// @param environment its name
    private record Choice(String path, String environment) {}

    /// The environment in which a path was looked at last; empty for the addresses as declared.
    public Optional<String> of(Path opened) {
        String path = key(opened);
        return read().stream()
                .filter(choice -> choice.path().equals(path))
                .map(Choice::environment)
                .findFirst();
    }

    /// @param environment null for the addresses as declared
    public Written choose(Path opened, @Nullable String environment) {
        String path = key(opened);
        List<Choice> newestFirst = new ArrayList<>();
        if (environment != null) {
            newestFirst.add(new Choice(path, environment));
        }
        read().stream().filter(choice -> !choice.path().equals(path)).forEach(newestFirst::add);
        Json chosen = array(newestFirst.stream()
                .limit(MOST)
                .map(choice ->
                        (Json) object(member("path", choice.path()), member("environment", choice.environment())))
                .toList());
        return file.write(List.of(member("format", number(FORMAT)), member(CHOSEN, chosen)));
    }

    private List<Choice> read() {
        List<Choice> choices = new ArrayList<>();
        if (file.read().object().get(CHOSEN).orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj choice
                        && choice.get("path").orElse(Json.NULL) instanceof Json.Text(String path)
                        && choice.get("environment").orElse(Json.NULL) instanceof Json.Text(String environment)) {
                    choices.add(new Choice(path, environment));
                }
            }
        }
        return choices;
    }

    private static String key(Path opened) {
        return opened.toAbsolutePath().normalize().toString();
    }
}
