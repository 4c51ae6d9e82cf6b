package dev.orrery.app.cli;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.edit.AliasChoice;
import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.ChangedFile;
import dev.orrery.edit.EditRefusal;
import dev.orrery.edit.EditedSources;
import dev.orrery.edit.KeptEdit;
import dev.orrery.edit.RefusedEdit;
import dev.orrery.edit.SourceEditor;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.edit.UnifiedDiff;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Changes the files that were named, by the smallest splices, all edits or none.
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.edit}")
final class EditCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.paths}")
    private List<Path> paths = List.of();

    @Mixin
    private final EditOptions options = new EditOptions();

    @Option(
            names = "--behind-alias",
            paramLabel = "anchor|detach",
            converter = BehindWord.class,
            description = "${bundle:cli.edit.behind-alias}")
    private BehindAlias behind = BehindAlias.ASK;

    @Option(names = "--dry-run", description = "${bundle:cli.edit.dry-run}")
    private boolean dryRun;

    @Mixin
    private final Output output = new Output();

    EditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param edit as on the command line; null where it is about all of them
    /// @param choice how it can be made all the same; null where it cannot
    private record Refused(
            @Nullable String edit,
            String code,
            String message,
            @Nullable AliasChoice choice) {}

    /// The words of the option.
    static final class BehindWord implements ITypeConverter<BehindAlias> {
        @Override
        public BehindAlias convert(String word) {
            return switch (word) {
                case "anchor" -> BehindAlias.ANCHOR;
                case "detach" -> BehindAlias.DETACH;
                default -> throw new TypeConversionException(Messages.of("cli.edit.behind-alias.bad", word));
            };
        }
    }

    @Override
    public Integer call() {
        List<EditOptions.Asked> asked = options.inOrder();
        if (asked.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), Messages.of("cli.edit.nothing"));
        }
        Loaded loaded = TopologyLoader.standard().load(paths);
        Reading.tellErrors(loaded.problems(), surroundings.err());
        SourceEditor editor = new SourceEditor(TopologyLoader.standard());
        return switch (editor.apply(
                loaded, asked.stream().map(EditOptions.Asked::edit).toList(), behind)) {
            case EditedSources.Refused(List<RefusedEdit> refused) ->
                answer(List.of(), words(asked, refused), List.of());
            case EditedSources.Done done -> {
                List<String> unwritten = dryRun ? List.of() : EditedFiles.write(done.changed());
                yield answer(
                        unwritten.isEmpty() ? done.changed() : List.of(),
                        unwritten.stream()
                                .map(why -> new Refused(null, "not-written", why, null))
                                .toList(),
                        kept(asked, done.kept()));
            }
        };
    }

    /// @param message says that it is in the workspace, and why
    private record Kept(String edit, String message) {}

    private static List<Kept> kept(List<EditOptions.Asked> asked, List<KeptEdit> kept) {
        return kept.stream()
                .map(one -> new Kept(Untrusted.oneLine(words(asked, one.edit())), one.message()))
                .toList();
    }

    private static String words(List<EditOptions.Asked> asked, TopologyEdit edit) {
        return asked.stream()
                .filter(candidate -> candidate.edit().equals(edit))
                .findFirst()
                .orElseThrow()
                .words();
    }

    private int answer(List<ChangedFile> changed, List<Refused> refused, List<Kept> kept) {
        if (output.isJson() || !changed.isEmpty()) {
            output.answer(surroundings.out(), () -> json(changed, refused, kept), () -> text(changed));
        }
        if (!output.isJson()) {
            kept.forEach(one -> surroundings.err().println("orrery: " + one.edit() + ": " + one.message()));
            refused.forEach(one -> surroundings
                    .err()
                    .println("orrery: " + (one.edit() == null ? "" : one.edit() + ": ") + one.message()));
        }
        return refused.isEmpty() ? Exit.FINE : Exit.PROBLEMS;
    }

    /// Each by the words of the edit that it is about.
    private static List<Refused> words(List<EditOptions.Asked> asked, List<RefusedEdit> refused) {
        List<Refused> words = new ArrayList<>();
        for (RefusedEdit one : refused) {
            EditRefusal harmless = new EditRefusal(
                    one.refusal().code(),
                    one.refusal().arguments().stream().map(Untrusted::oneLine).toList());
            words.add(new Refused(
                    Untrusted.oneLine(words(asked, one.edit())),
                    harmless.code(),
                    harmless.message() + ways(one.choice()),
                    one.choice()));
        }
        return words;
    }

    private static String ways(@Nullable AliasChoice choice) {
        if (choice == null) {
            return "";
        }
        List<String> others = choice.others();
        String anchor = others == null
                ? ""
                : others.isEmpty()
                        ? Messages.of("cli.edit.way.anchor")
                        : Messages.of("cli.edit.way.anchor.others", Untrusted.oneLine(String.join(", ", others)));
        return anchor + (choice.detaches() ? Messages.of("cli.edit.way.detach") : "");
    }

    private static Json choices(@Nullable AliasChoice choice) {
        List<Json> ways = new ArrayList<>();
        if (choice != null && choice.others() != null) {
            ways.add(object(
                    member("behindAlias", "anchor"),
                    member(
                            "affects",
                            array(choice.others().stream().map(Json::text).toList()))));
        }
        if (choice != null && choice.detaches()) {
            ways.add(object(member("behindAlias", "detach"), member("affects", array(List.of()))));
        }
        return array(ways);
    }

    private static Json json(List<ChangedFile> changed, List<Refused> refused, List<Kept> kept) {
        return object(
                member(
                        "files",
                        array(changed.stream()
                                .map(file -> (Json) object(member("file", file.file()), member("diff", diff(file))))
                                .toList())),
                member(
                        "refused",
                        array(refused.stream()
                                .map(one -> (Json) object(
                                        member("edit", one.edit()),
                                        member("code", one.code()),
                                        member("message", one.message()),
                                        member("choices", choices(one.choice()))))
                                .toList())),
                member(
                        "kept",
                        array(kept.stream()
                                .map(one -> (Json) object(member("edit", one.edit()), member("message", one.message())))
                                .toList())));
    }

    private static String text(List<ChangedFile> changed) {
        StringBuilder text = new StringBuilder();
        changed.forEach(file -> text.append(diff(file)));
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }

    private static String diff(ChangedFile file) {
        return UnifiedDiff.of(file.file(), file.before().text().content(), file.content());
    }
}
