package dev.orrery.importer;

import java.util.List;

/// The names of all formats, for tests of other packages.
public final class AllFormats {
    private AllFormats() {}

    public static List<String> names() {
        return Formats.ALL.stream().map(TopologyImporter::format).toList();
    }
}
