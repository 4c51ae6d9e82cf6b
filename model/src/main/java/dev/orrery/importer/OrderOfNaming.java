package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts what the user named first before the rest, whatever its format: where two sources differ, the first one counts.
final class OrderOfNaming {
    private static final int NOT_NAMED = Integer.MAX_VALUE;

    private final Map<String, Integer> places = new HashMap<>();

    /// @param files in the user's order
    OrderOfNaming(List<SourceFile> files) {
        files.stream()
                .filter(file -> file.role() == SourceFile.Role.NAMED)
                .forEach(file -> places.putIfAbsent(file.text().file(), places.size()));
    }

    /// Where the first of the files that a draft is made of was named; behind all that were where none was.
    int place(Draft draft) {
        Stream<String> services = draft.services().stream()
                .flatMap(service -> Stream.concat(Stream.of(service.source()), service.sources().stream()))
                .map(SourceLocation::file);
        Stream<String> needs =
                draft.needs().stream().map(need -> need.evidence().source().file());
        return Stream.concat(services, needs)
                .mapToInt(file -> places.getOrDefault(file, NOT_NAMED))
                .min()
                .orElse(NOT_NAMED);
    }
}
