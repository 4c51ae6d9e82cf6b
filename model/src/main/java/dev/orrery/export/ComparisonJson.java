package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.bool;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.comparison.Agreement;
import dev.orrery.comparison.Change;
import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.FieldChange;
import dev.orrery.comparison.Rename;
import dev.orrery.json.Json;
import dev.orrery.topology.Dependency;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A comparison as `diff --format json` tells it; see `docs/comparing.md`.
public final class ComparisonJson {
    private ComparisonJson() {}

    public static Json.Obj of(Comparison comparison) {
        return object(
                member("equal", bool(comparison.isEqual())),
                member("before", object(member("topology", comparison.before().name()))),
                member("after", object(member("topology", comparison.after().name()))),
                member(
                        "summary",
                        object(
                                member("services", summary(comparison.services())),
                                member("dependencies", summary(comparison.dependencies())),
                                member("boundaries", summary(comparison.boundaries())))),
                member("services", changes(comparison.services(), service -> Json.text(service.id()))),
                member("dependencies", changes(comparison.dependencies(), ComparisonJson::ends)),
                member("boundaries", changes(comparison.boundaries(), boundary -> Json.text(boundary.id()))));
    }

    /// One that is renamed, moved and changed counts in each.
    private static <T> Json summary(List<Change<T>> changes) {
        return object(
                member("added", count(changes, change -> change instanceof Change.Added)),
                member("removed", count(changes, change -> change instanceof Change.Removed)),
                member("renamed", count(changes, change -> change instanceof Change.Kept<T> kept && kept.isRenamed())),
                member("moved", count(changes, change -> change instanceof Change.Kept<T> kept && kept.isMoved())),
                member("changed", count(changes, change -> change instanceof Change.Kept<T> kept && kept.isChanged())));
    }

    private static <T> Json count(List<Change<T>> changes, Predicate<Change<T>> which) {
        return number(changes.stream().filter(which).count());
    }

    private static <T> Json changes(List<Change<T>> changes, Function<T, Json> id) {
        return array(changes.stream().map(change -> change(change, id)).toList());
    }

    private static <T> Json change(Change<T> change, Function<T, Json> id) {
        return switch (change) {
            case Change.Added<T>(T after) -> told("added", Json.NULL, id.apply(after), null, false, List.of());
            case Change.Removed<T>(T before) -> told("removed", id.apply(before), Json.NULL, null, false, List.of());
            case Change.Kept<T> kept ->
                told(
                        "changed",
                        id.apply(kept.before()),
                        id.apply(kept.after()),
                        kept.rename(),
                        kept.isMoved(),
                        kept.fields());
        };
    }

    private static Json told(
            String what, Json before, Json after, @Nullable Rename rename, boolean moved, List<FieldChange> fields) {
        return object(
                member("change", what),
                member("before", before),
                member("after", after),
                member("renamed", renamed(rename)),
                member("moved", bool(moved)),
                member(
                        "fields",
                        array(fields.stream().map(ComparisonJson::field).toList())));
    }

    private static Json renamed(@Nullable Rename rename) {
        return rename == null
                ? Json.NULL
                : object(
                        member("percent", percent(rename.likeness())),
                        member(
                                "agreements",
                                array(rename.agreements().stream()
                                        .map(ComparisonJson::agreement)
                                        .toList())));
    }

    private static Json agreement(Agreement agreement) {
        return object(
                member("term", agreement.term().word()),
                member("percent", percent(agreement.share())),
                member("of", texts(agreement.of())));
    }

    /// Whole percent, so that the same comparison has the same bytes everywhere.
    private static Json percent(double share) {
        return number(Math.round(100 * share));
    }

    private static Json field(FieldChange change) {
        return object(
                member("field", change.field().word()),
                member("before", value(change, change.before())),
                member("after", value(change, change.after())));
    }

    private static Json value(FieldChange change, List<String> values) {
        if (change.field().isList()) {
            return texts(values);
        }
        return values.isEmpty() ? Json.NULL : Json.text(values.getFirst());
    }

    private static Json texts(List<String> texts) {
        return array(texts.stream().map(Json::text).toList());
    }

    private static Json ends(Dependency dependency) {
        return object(member("from", dependency.from()), member("to", dependency.to()));
    }
}
