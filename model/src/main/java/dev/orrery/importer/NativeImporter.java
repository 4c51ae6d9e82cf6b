package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.NativeFormat;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.function.Consumer;

/// Orrery's own format.
final class NativeImporter implements TopologyImporter {
    @Override
    public String format() {
        return "native";
    }

    @Override
    public boolean accepts(Value.Mapping root) {
        return NativeFormat.describes(root);
    }

    @Override
    public Draft read(Value.Mapping root, SideFiles beside, Consumer<Problem> report) {
        return NativeFormat.read(root, report);
    }
}
