package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts a [DslScript] together. Whatever would run code, open a file by itself or ask the network is left out here and
/// named in a problem, so that no later step can meet it.
final class DslAssembly {
    /// In files and lines that are looked at, however often one file is included.
    private static final int MOST_STATEMENTS = 50_000;
    private static final int DEEPEST_BRACES = 50;
    private static final Set<String> CODE = Set.of("!script", "!plugin");
    private static final Set<String> NOT_READ = Set.of("!docs", "!adrs", "!decisions", "!components");
    /// What says nothing of the architecture.
    private static final Set<String> PASSED_OVER =
            Set.of("description", "properties", "configuration", "!impliedrelationships", "impliedrelationships");

    private final DslFiles files;
    private final Consumer<Problem> report;
    private final DslConstants constants;
    private final List<Statement> header = new ArrayList<>();
    private final List<Statement> model = new ArrayList<>();
    private final DslStyles styles;
    private final DslPassage passage = new DslPassage();
    private final Set<String> bases = new HashSet<>();
    private Section section = Section.OUTSIDE;
    /// A model without a workspace around it.
    private boolean isBare;
    private int depth;
    private @Nullable String name;
    private int seen;
    private boolean isCut;

    private DslAssembly(SideFiles beside, Consumer<Problem> report) {
        this.files = new DslFiles(beside, report);
        this.report = report;
        this.constants = new DslConstants(report);
        this.styles = new DslStyles(constants);
    }

    private enum Section {
        OUTSIDE,
        WORKSPACE,
        MODEL,
        VIEWS
    }

    static DslScript of(SourceText text, SideFiles beside, Consumer<Problem> report) {
        DslAssembly assembly = new DslAssembly(beside, report);
        assembly.addFile(text);
        if ((assembly.section != Section.OUTSIDE || assembly.passage.isInside()) && !assembly.isCut) {
            List<Statement> all = Statements.of(text);
            report.accept(Problem.error("structurizr-dsl-open", all.getLast().source()));
        }
        return new DslScript(assembly.name, assembly.header, assembly.model, assembly.styles.shapes(), assembly.bases);
    }

    private void addFile(SourceText text) {
        files.enter(text);
        seen++;
        for (Statement statement : Statements.of(text)) {
            seen++;
            if (seen > MOST_STATEMENTS) {
                cut(statement);
                break;
            }
            add(statement);
        }
        files.leave();
    }

    private void cut(Statement statement) {
        if (!isCut) {
            problem("structurizr-dsl-too-long", Severity.ERROR, statement, String.valueOf(MOST_STATEMENTS));
        }
        isCut = true;
    }

    private void add(Statement statement) {
        if (passage.isInside()) {
            passage.pass(statement);
        } else if (!isHandledAnywhere(statement)) {
            switch (section) {
                case OUTSIDE -> outside(statement);
                case WORKSPACE -> inWorkspace(statement);
                case MODEL -> inModel(statement);
                case VIEWS -> section = styles.add(statement) ? Section.VIEWS : Section.WORKSPACE;
            }
        }
    }

    private boolean isHandledAnywhere(Statement statement) {
        String keyword = statement.keyword();
        if (keyword.equals("!include")) {
            include(statement);
        } else if (CODE.contains(keyword)) {
            problem("structurizr-code", Severity.INFO, statement, keyword);
            if (statement.opens()) {
                passage.enterForeign();
            }
        } else if (NOT_READ.contains(keyword)) {
            skip(statement);
        } else {
            return false;
        }
        return true;
    }

    private void outside(Statement statement) {
        switch (statement.keyword()) {
            case "workspace" -> {
                if (statement.argument(1).equals("extends")) {
                    extend(statement);
                } else if (!statement.argument(1).isEmpty()) {
                    name = constants.fill(statement.argument(1), statement);
                }
                section = statement.opens() ? Section.WORKSPACE : Section.OUTSIDE;
                isBare = false;
            }
            case "model" -> {
                section = statement.opens() ? Section.MODEL : Section.OUTSIDE;
                depth = 0;
                isBare = true;
            }
            default -> common(statement);
        }
    }

    private void inWorkspace(Statement statement) {
        String keyword = statement.keyword();
        if (statement.closes()) {
            section = Section.OUTSIDE;
        } else if (keyword.equals("model") && statement.opens()) {
            section = Section.MODEL;
            depth = 0;
        } else if (keyword.equals("views") && statement.opens()) {
            section = Section.VIEWS;
            styles.enter();
        } else if (keyword.equals("name")) {
            name = constants.fill(statement.argument(1), statement);
        } else if (PASSED_OVER.contains(keyword)) {
            skip(statement);
        } else {
            common(statement);
        }
    }

    /// Constants and `!identifiers`; anything else is not understood here.
    private void common(Statement statement) {
        switch (statement.keyword()) {
            case "!const", "!constant", "!var" -> {
                if (constants.define(statement)) {
                    header.add(constants.statement(statement));
                }
            }
            case "!identifiers" -> header.add(statement);
            default -> {
                problem(
                        "structurizr-dsl-unexpected",
                        Severity.ERROR,
                        statement,
                        statement.words().getFirst());
                skip(statement);
            }
        }
    }

    private void inModel(Statement statement) {
        if (statement.closes()) {
            depth--;
            if (depth < 0) {
                section = isBare ? Section.OUTSIDE : Section.WORKSPACE;
                return;
            }
        }
        String keyword = statement.keyword();
        boolean isDefinition = keyword.equals("!const") || keyword.equals("!constant") || keyword.equals("!var");
        if (isDefinition ? !constants.define(statement) : !constants.isShortEnough(statement)) {
            return;
        }
        if (PASSED_OVER.contains(keyword) && keyword.contains("implied")) {
            return;
        }
        if (statement.opens() && depth >= DEEPEST_BRACES) {
            problem("structurizr-dsl-too-deep", Severity.ERROR, statement, String.valueOf(DEEPEST_BRACES));
            skip(statement);
            return;
        }
        depth += statement.opens() ? 1 : 0;
        model.add(isDefinition ? constants.statement(statement) : statement);
    }

    private void include(Statement statement) {
        files.all(statement, constants.fill(statement.argument(1), statement)).forEach(this::addFile);
    }

    /// The other workspace comes first, as if its model went on in this one.
    private void extend(Statement statement) {
        String path = constants.fill(statement.argument(2), statement);
        files.find(statement, path).ifPresent(text -> {
            bases.add(text.file());
            addFile(text);
        });
    }

    /// Passes over a statement, and over its block where it opens one.
    private void skip(Statement statement) {
        if (statement.opens()) {
            passage.enterBlock();
        }
    }

    private void problem(String code, Severity severity, Statement statement, String argument) {
        report.accept(new Problem(code, severity, statement.source(), List.of(argument)));
    }
}
