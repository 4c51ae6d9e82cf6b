package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.importer.FileReading;
import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What became of the files, as `show` and `check` answer it under `files`.
public final class ReadingJson {
    private ReadingJson() {}

    /// An answer with the files at its end.
    public static Json with(Json.Obj answer, List<FileReading> readings) {
        List<Json.Member> members = new ArrayList<>(answer.members());
        members.add(member("files", array(readings.stream().map(ReadingJson::of).toList())));
        return new Json.Obj(members);
    }

    private static Json of(FileReading reading) {
        return object(
                member("file", reading.file()),
                member(
                        "formats",
                        array(reading.formats().stream().map(Json::text).toList())),
                member("note", reading.note()));
    }
}
