package dev.orrery.importer.contextmapper;

import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The parts that all of the language's blocks are made of.
final class CmlBlocks {
    private final Tokens tokens;
    private final Consumer<Problem> report;

    CmlBlocks(Tokens tokens, Consumer<Problem> report) {
        this.tokens = tokens;
        this.report = report;
    }

    /// Whether something is left of a block; takes its closing brace where nothing is.
    ///
    /// @param open its opening brace
    boolean isInside(Token open) {
        if (tokens.peek().isEnd()) {
            report.accept(Problem.error("cml-unclosed-block", open.source()));
            return false;
        }
        return !tokens.takes("}");
    }

    /// Passes over a block with all that is in it.
    ///
    /// @param open its opening brace, which is taken already
    void pass(Token open) {
        int depth = 1;
        while (depth > 0) {
            Token token = tokens.next();
            if (token.isEnd()) {
                report.accept(Problem.error("cml-unclosed-block", open.source()));
                return;
            }
            if (token.isSymbol("{")) {
                depth++;
            } else if (token.isSymbol("}")) {
                depth--;
            }
        }
    }

    /// Names with commas between them.
    List<Name> names() {
        List<Name> names = new ArrayList<>();
        while (tokens.peek().isWord()) {
            names.add(Name.of(tokens.next()));
            if (!tokens.takes(",")) {
                break;
            }
        }
        return names;
    }

    /// What an attribute is set to; the equals sign before it may be left out.
    Optional<Name> value(Token.Kind kind) {
        tokens.takes("=");
        return tokens.peek().kind() == kind ? Optional.of(Name.of(tokens.next())) : Optional.empty();
    }

    void refuse(Token token) {
        report.accept(Problem.error("cml-not-understood", token.source(), token.text()));
    }
}
