package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;

import dev.orrery.json.Json;
import dev.orrery.topology.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the services of an answer run.
public final class EnvironmentJson {
    private EnvironmentJson() {}

    /// An answer with `environment`, null for the addresses as declared, and `environments`, all that could be asked
    /// for.
    public static Json.Obj with(Json.Obj answer, @Nullable String environment, List<Environment> known) {
        List<Json.Member> members = new ArrayList<>(answer.members());
        members.add(member("environment", environment));
        members.add(member(
                "environments",
                array(known.stream().map(each -> Json.text(each.name())).toList())));
        return new Json.Obj(members);
    }
}
