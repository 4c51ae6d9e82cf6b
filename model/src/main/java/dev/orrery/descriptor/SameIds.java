package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes descriptions that have the same id for descriptions of one service, unless two of one format are made of
/// different things: then the later one gets an id of its own.
final class SameIds {
    private final Consumer<Problem> report;
    private final Map<String, List<Identity>> byId = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /// @param ids that are the drafts' own, so that no other service gets one of them
    SameIds(Set<String> ids, Consumer<Problem> report) {
        this.ids.addAll(ids);
        this.report = report;
    }

    /// The service that this is a description of; a new one where it is the first.
    Identity of(Definition definition) {
        List<Identity> same = byId.computeIfAbsent(definition.id(), _ -> new ArrayList<>());
        Optional<Identity> known = same.stream()
                .filter(identity -> isOneWith(identity, definition))
                .findFirst();
        if (known.isPresent()) {
            tellTwice(known.get(), definition);
            known.get().add(definition);
            return known.get();
        }
        Identity added = new Identity(definition);
        if (!same.isEmpty()) {
            added.rename(ownId(definition));
            tellApart(same.getFirst(), added, definition);
        }
        same.add(added);
        return added;
    }

    private static boolean isOneWith(Identity identity, Definition definition) {
        String product = Product.of(definition.service().technology());
        String known = identity.product(definition.format());
        return identity.isIn(definition.draft()) || product == null || known == null || known.equals(product);
    }

    private void tellTwice(Identity known, Definition again) {
        known.ofFormat(again.format())
                .ifPresent(before -> report.accept(Problem.info(
                        "service-defined-twice",
                        again.service().source(),
                        again.id(),
                        before.service().source().toString())));
    }

    private void tellApart(Identity known, Identity added, Definition definition) {
        report.accept(Problem.info(
                "service-apart",
                definition.service().source(),
                definition.id(),
                known.first().service().source().toString(),
                added.id()));
    }

    /// With the folder before it; with the file, where that is taken too.
    private String ownId(Definition definition) {
        String file = definition.service().source().file();
        String scope = definition.scope();
        String folder = scope.equals(file) ? file.substring(0, Math.max(0, file.lastIndexOf('/'))) : scope;
        String id = (folder.isEmpty() ? file : folder) + "/" + definition.id();
        String tried = ids.contains(id) ? file + "/" + definition.id() : id;
        for (int at = 2; !ids.add(tried); at++) {
            tried = id + "-" + at;
        }
        return tried;
    }
}
