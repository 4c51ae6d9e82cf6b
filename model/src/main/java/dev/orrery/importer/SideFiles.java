package dev.orrery.importer;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/// The files that descriptors name. What is asked for becomes one of the topology's sources.
public interface SideFiles {

    /// The file that a descriptor names.
    ///
    /// @param from the descriptor, as in [dev.orrery.descriptor.SourceText#file]
    /// @param path relative to the descriptor's folder, with `/`; a path from the root of the disk is outside
    SideFile read(String from, String path);

    /// The files that a descriptor names by a pattern.
    ///
    /// A step `**` is any number of steps; `*`, `?` and `[…]` stand for characters of one.
    ///
    /// @param pattern relative to the descriptor's folder, with `/`
    /// @return paths for [#read] from the same descriptor, sorted; none where the pattern leads
    ///     outside, or where folders cannot be looked into
    default List<String> matching(String from, String pattern) {
        return List.of();
    }

    /// The documents of a YAML or JSON text that a descriptor names.
    ///
    /// @param report told of what is wrong with its text
    static List<Document.Tree> trees(SideFile.Found found, Consumer<Problem> report) {
        SourceTree tree = SourceTreeReader.read(found.text());
        tree.problems().forEach(report);
        return tree.documents().stream()
                .flatMap(document -> Resolver.resolve(tree, document, report).stream())
                .map(root -> new Document.Tree(found.text(), SourceFile.Role.SIDE, root))
                .toList();
    }
}
