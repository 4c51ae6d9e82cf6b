package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The files that a text in the DSL names. Nothing is fetched, nothing outside the root is looked at, and a file does
/// not hold itself.
final class DslFiles {
    private static final int DEEPEST = 20;
    private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    private static final Pattern FILE = Pattern.compile(".*\\.dsl", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SideFiles beside;
    private final Consumer<Problem> report;
    /// Those being read, innermost first.
    private final Deque<String> open = new ArrayDeque<>();

    DslFiles(SideFiles beside, Consumer<Problem> report) {
        this.beside = beside;
        this.report = report;
    }

    void enter(SourceText text) {
        open.push(text.file());
    }

    void leave() {
        open.pop();
    }

    /// A file, or those of a folder and of folders in it, in the order of their names.
    ///
    /// @param path as written, relative to the file that the statement stands in
    List<SourceText> all(Statement statement, String path) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> files = folder.isEmpty() || FILE.matcher(folder).matches()
                ? List.of()
                : beside.matching(statement.source().file(), folder + "/**").stream()
                        .filter(file -> FILE.matcher(file).matches())
                        .toList();
        return (files.isEmpty() ? List.of(path) : files)
                .stream().flatMap(file -> find(statement, file).stream()).toList();
    }

    /// @param path as written, relative to the file that the statement stands in
    Optional<SourceText> find(Statement statement, String path) {
        if (path.isEmpty()) {
            return refuse(Problem.error("structurizr-file-missing", statement.source(), path));
        }
        if (REMOTE.matcher(path).matches()) {
            return refuse(Problem.warning("structurizr-remote", statement.source(), path));
        }
        return switch (beside.read(statement.source().file(), path)) {
            case SideFile.Found(SourceText text) -> known(statement, text);
            case SideFile.Missing(String file) ->
                refuse(Problem.error("structurizr-file-missing", statement.source(), file));
            case SideFile.Outside(String outside) ->
                refuse(Problem.warning("structurizr-file-outside", statement.source(), outside));
            case SideFile.Refused(Problem why) -> refuse(why);
        };
    }

    private Optional<SourceText> known(Statement statement, SourceText text) {
        if (open.contains(text.file()) || open.size() >= DEEPEST) {
            return refuse(Problem.error("structurizr-include-cycle", statement.source(), text.file()));
        }
        if (text.file().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return refuse(Problem.warning("structurizr-extends-json", statement.source(), text.file()));
        }
        return Optional.of(text);
    }

    private Optional<SourceText> refuse(Problem problem) {
        report.accept(problem);
        return Optional.empty();
    }
}
