package dev.orrery.probe.prometheus;

import dev.orrery.json.Json;
import dev.orrery.json.JsonStream;
import dev.orrery.json.ParsedJson;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What came back for one query.
///
/// @param single the value of an expression that has one value alone; as a series without labels
/// @param warnings that the server gave along, harmless: what it says may not be all
record Result(List<Series> series, List<Series> single, List<String> warnings) {
    private static final int MOST_WARNINGS = 5;

    Result {
        series = List.copyOf(series);
        single = List.copyOf(single);
        warnings = List.copyOf(warnings);
    }

    /// The series, or the one value.
    List<Series> all() {
        return Stream.concat(series.stream(), single.stream()).toList();
    }

    /// @throws Refusal where the server does not answer the question
    static Result read(int status, InputStream body) throws IOException {
        List<Series> series = new ArrayList<>();
        List<Json> bare = new ArrayList<>();
        ParsedJson parsed = JsonStream.read(body, List.of("data", "result"), item -> {
            if (item instanceof Json.Obj) {
                Series.of(item).ifPresent(series::add);
            } else if (bare.size() < 3) {
                bare.add(item);
            }
        });
        if (!(parsed instanceof ParsedJson.Whole(Json.Obj root))) {
            throw status == 200 ? Refusal.notAnAnswer(why(parsed)) : Refusal.ofStatus(status);
        }
        if (root.count("status") != 1) {
            throw status == 200 ? Refusal.notAnAnswer("status") : Refusal.ofStatus(status);
        }
        if (!text(root, "status").equals("success")) {
            throw Refusal.ofError(text(root, "errorType"), text(root, "error"));
        }
        boolean isOne = root.count("data") == 1
                && root.get("data").orElseThrow() instanceof Json.Obj data
                && data.count("result") == 1;
        if (!isOne || status != 200) {
            throw Refusal.notAnAnswer("data");
        }
        List<Series> single = Sample.of(Json.array(bare)).stream()
                .map(sample -> new Series(Labels.of(Json.object()), List.of(sample)))
                .toList();
        return new Result(series, single, warnings(root));
    }

    private static List<String> warnings(Json.Obj root) {
        return root.get("warnings").orElse(Json.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> Untrusted.oneLine(((Json.Text) item).text(), 160))
                        .limit(MOST_WARNINGS)
                        .toList()
                : List.of();
    }

    private static String text(Json.Obj root, String name) {
        return root.get(name).orElse(Json.NULL) instanceof Json.Text(String text) ? text : "";
    }

    private static String why(ParsedJson parsed) {
        return switch (parsed) {
            case ParsedJson.Broken broken -> broken.why();
            case ParsedJson.Whole _ -> "{";
        };
    }
}
