package dev.orrery.importer.contextmapper;

import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.importer.contextmapper.CmlRelation.Side;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a context map: which contexts it has, and how they relate.
final class ContextMapReader {
    private final Tokens tokens;
    private final CmlBlocks blocks;
    private final CmlFile file;

    ContextMapReader(Tokens tokens, CmlBlocks blocks, CmlFile file) {
        this.tokens = tokens;
        this.blocks = blocks;
        this.file = file;
    }

    void read() {
        if (tokens.peek().isWord()) {
            file.mapName(tokens.next().text());
        }
        Token open = tokens.peek();
        if (!tokens.takes("{")) {
            blocks.refuse(open);
            return;
        }
        while (blocks.isInside(open)) {
            Token token = tokens.peek();
            if (token.isWord("contains")) {
                tokens.next();
                file.members.addAll(blocks.names());
            } else if (token.isWord("type") || token.isWord("state")) {
                tokens.next();
                blocks.value(Token.Kind.WORD);
            } else {
                relation(token);
            }
        }
    }

    private void relation(Token start) {
        Set<String> leftRoles = new HashSet<>(roles());
        Optional<Name> left = name();
        leftRoles.addAll(roles());
        Token between = tokens.peek();
        if (left.isEmpty() || !CmlRelation.isBetween(between)) {
            recover(start);
            return;
        }
        tokens.next();
        Set<String> rightRoles = new HashSet<>(roles());
        Token rightStart = tokens.peek();
        Optional<Name> right = name();
        if (right.isEmpty()) {
            recover(start);
            return;
        }
        // Roles after the second name are its own only on its own line: the next relation may begin with some.
        if (rightRoles.isEmpty()
                && tokens.peek().source().line() == rightStart.source().line()) {
            rightRoles.addAll(roles());
        }
        if (tokens.takes(":") && tokens.peek().isWord()) {
            tokens.next();
        }
        @Nullable String technology = tokens.peek().isSymbol("{") ? technology(tokens.next()) : null;
        CmlRelation.of(new Side(left.get(), leftRoles), between, new Side(right.get(), rightRoles), technology)
                .ifPresent(file.relations::add);
    }

    private Optional<Name> name() {
        return tokens.peek().isWord() ? Optional.of(Name.of(tokens.next())) : Optional.empty();
    }

    private Set<String> roles() {
        Set<String> roles = new HashSet<>();
        if (tokens.takes("[")) {
            while (tokens.peek().isWord() || tokens.peek().isSymbol(",")) {
                roles.add(tokens.next().text().toUpperCase(Locale.ROOT));
            }
            tokens.takes("]");
        }
        return roles;
    }

    private @Nullable String technology(Token open) {
        String technology = null;
        while (blocks.isInside(open)) {
            Token token = tokens.next();
            if (token.isSymbol("{")) {
                blocks.pass(token);
            } else if (token.isWord("implementationTechnology")) {
                technology = blocks.value(Token.Kind.QUOTED).map(Name::text).orElse(technology);
            }
        }
        return technology;
    }

    /// Goes on at the next line, so that one odd line costs no more than itself.
    private void recover(Token start) {
        blocks.refuse(start);
        int line = start.source().line();
        do {
            if (tokens.peek().isSymbol("}")) {
                return;
            }
            Token token = tokens.next();
            if (token.isSymbol("{")) {
                blocks.pass(token);
            }
        } while (!tokens.peek().isEnd() && tokens.peek().source().line() == line);
    }
}
