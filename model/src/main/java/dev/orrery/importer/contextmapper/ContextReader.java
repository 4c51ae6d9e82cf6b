package dev.orrery.importer.contextmapper;

import dev.orrery.importer.contextmapper.CmlRelation.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one bounded context. Of what its aggregates hold only their owners count here.
final class ContextReader {
    private final Tokens tokens;
    private final CmlBlocks blocks;
    private final List<Name> implemented = new ArrayList<>();
    private final List<Name> realized = new ArrayList<>();
    private final List<String> aggregates = new ArrayList<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private @Nullable String type;
    private @Nullable String technology;

    ContextReader(Tokens tokens, CmlBlocks blocks) {
        this.tokens = tokens;
        this.blocks = blocks;
    }

    Optional<CmlFile.Context> read() {
        if (!tokens.peek().isWord()) {
            blocks.refuse(tokens.peek());
            return Optional.empty();
        }
        Name name = Name.of(tokens.next());
        readHead();
        if (tokens.peek().isSymbol("{")) {
            readBody(tokens.next());
        }
        return Optional.of(new CmlFile.Context(name, implemented, realized, type, technology, aggregates, owners));
    }

    private void readHead() {
        while (tokens.peek().isWord()) {
            switch (tokens.peek().text()) {
                case "implements" -> {
                    tokens.next();
                    implemented.addAll(blocks.names());
                }
                case "realizes" -> {
                    tokens.next();
                    realized.addAll(blocks.names());
                }
                case "refines" -> {
                    tokens.next();
                    blocks.names();
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void readBody(Token open) {
        // A module is a block around aggregates, no more.
        int modules = 0;
        boolean isValue = false;
        while (true) {
            boolean isEnd = tokens.peek().isEnd();
            if (!blocks.isInside(open)) {
                if (isEnd || modules == 0) {
                    return;
                }
                modules--;
                continue;
            }
            Token token = tokens.next();
            boolean wasValue = isValue;
            isValue = token.isSymbol("=") || token.isSymbol(".");
            if (token.isSymbol("{")) {
                blocks.pass(token);
            } else if (token.isWord() && !wasValue) {
                switch (token.text()) {
                    case "type" ->
                        type = blocks.value(Token.Kind.WORD).map(Name::text).orElse(type);
                    case "implementationTechnology" ->
                        technology =
                                blocks.value(Token.Kind.QUOTED).map(Name::text).orElse(technology);
                    case "Module" -> modules += opensModule() ? 1 : 0;
                    case "Aggregate" -> readAggregate();
                    default -> {}
                }
            }
        }
    }

    private boolean opensModule() {
        if (tokens.peek().isWord()) {
            tokens.next();
        }
        return tokens.takes("{");
    }

    private void readAggregate() {
        if (!tokens.peek().isWord()) {
            return;
        }
        aggregates.add(tokens.next().text());
        Token open = tokens.peek();
        if (!tokens.takes("{")) {
            return;
        }
        while (blocks.isInside(open)) {
            Token token = tokens.next();
            if (token.isSymbol("{")) {
                blocks.pass(token);
            } else if (token.isWord("owner")) {
                blocks.value(Token.Kind.WORD).map(Name::text).ifPresent(owners::add);
            }
        }
    }
}
