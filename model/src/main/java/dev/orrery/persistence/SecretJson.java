package dev.orrery.persistence;

import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An entry of the list of secrets as JSON. Keys keep their places, and those that are not known stay.
final class SecretJson {
    private static final Set<String> PLACES = Set.of("variable", "file", "value");

    private SecretJson() {}

    static List<String> origins(Json.Obj entry) {
        List<String> origins = new ArrayList<>();
        if (entry.get("origins").orElse(Json.NULL) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Text(String origin)) {
                    origins.add(origin);
                }
            }
        }
        return origins;
    }

    /// The one that counts, in the order in which they are looked at.
    static SecretPlace place(Json.Obj entry) {
        if (entry.get("variable").orElse(Json.NULL) instanceof Json.Text(String name)) {
            return new SecretPlace.Variable(name);
        }
        if (entry.get("file").orElse(Json.NULL) instanceof Json.Text(String file)) {
            return new SecretPlace.InFile(file);
        }
        return entry.get("value").orElse(Json.NULL) instanceof Json.Text
                ? new SecretPlace.Stated()
                : new SecretPlace.Nowhere();
    }

    /// The entry with what the draft says.
    static Json.Obj with(Json.Obj entry, SecretDraft draft) {
        Json.Obj named = putting(entry, "name", Json.text(draft.name()));
        Json.Obj sent = putting(
                named,
                "origins",
                Json.array(draft.origins().stream()
                        .map(Origin::toString)
                        .map(Json::text)
                        .toList()));
        return switch (draft.place()) {
            case SecretPlace.Variable(String name) -> placed(sent, "variable", Json.text(name));
            case SecretPlace.InFile(String path) -> placed(sent, "file", Json.text(path));
            case SecretPlace.Stated() ->
                draft.typed() == null
                        ? placed(sent, "value", sent.get("value").orElse(Json.NULL))
                        : placed(sent, "value", Json.text(draft.typed().text()));
            case SecretPlace.Nowhere() -> sent;
        };
    }

    /// The object with this value under a key: in its place where it has the key, else at the end.
    static Json.Obj putting(Json.Obj object, String key, Json value) {
        List<Json.Member> members = new ArrayList<>();
        boolean found = false;
        for (Json.Member member : object.members()) {
            if (!member.name().equals(key)) {
                members.add(member);
            } else if (!found) {
                members.add(Json.member(key, value));
                found = true;
            }
        }
        if (!found) {
            members.add(Json.member(key, value));
        }
        return new Json.Obj(members);
    }

    /// Of the places only this one, where the first of them stood.
    private static Json.Obj placed(Json.Obj entry, String key, Json value) {
        List<Json.Member> members = new ArrayList<>();
        boolean found = false;
        for (Json.Member member : entry.members()) {
            if (!PLACES.contains(member.name())) {
                members.add(member);
            } else if (!found) {
                members.add(Json.member(key, value));
                found = true;
            }
        }
        if (!found) {
            members.add(Json.member(key, value));
        }
        return new Json.Obj(members);
    }
}
