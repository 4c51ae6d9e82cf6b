package dev.orrery.importer.contextmapper;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads the outermost layer of a CML text. What it does not know it passes over, block by block.
final class CmlReader {
    private final Tokens tokens;
    private final CmlBlocks blocks;
    private final CmlFile file = new CmlFile();

    private CmlReader(SourceText text, Consumer<Problem> report) {
        this.tokens = new Tokens(text);
        this.blocks = new CmlBlocks(tokens, report);
    }

    static CmlFile read(SourceText text, Consumer<Problem> report) {
        CmlReader reader = new CmlReader(text, report);
        reader.read();
        return reader.file;
    }

    private void read() {
        while (!tokens.peek().isEnd()) {
            Token token = tokens.next();
            if (token.isSymbol("{")) {
                blocks.pass(token);
            } else if (token.isWord()) {
                switch (token.text()) {
                    case "import" -> readImport();
                    case "ContextMap" -> new ContextMapReader(tokens, blocks, file).read();
                    case "BoundedContext" ->
                        new ContextReader(tokens, blocks).read().ifPresent(file.contexts::add);
                    case "Domain" -> readDomain();
                    default -> {}
                }
            }
        }
    }

    private void readImport() {
        if (tokens.peek().kind() == Token.Kind.QUOTED) {
            file.imports.add(Name.of(tokens.next()));
        }
    }

    private void readDomain() {
        if (!tokens.peek().isWord()) {
            return;
        }
        Name name = Name.of(tokens.next());
        List<Name> subdomains = new ArrayList<>();
        if (tokens.peek().isSymbol("{")) {
            Token open = tokens.next();
            while (blocks.isInside(open)) {
                Token token = tokens.next();
                if (token.isSymbol("{")) {
                    blocks.pass(token);
                } else if (token.isWord("Subdomain") && tokens.peek().isWord()) {
                    subdomains.add(Name.of(tokens.next()));
                }
            }
        }
        file.domains.add(new CmlFile.Domain(name, subdomains));
    }
}
