package dev.orrery.importer.asyncapi;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// AsyncAPI, versions 2 and 3.
public final class AsyncApiImporter implements TopologyImporter {
    @Override
    public String format() {
        return "asyncapi";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().flatMap(AsyncApiImporter::version).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        References references = new References(beside, report);
        List<Application> applications = new ArrayList<>();
        for (Document document : documents) {
            Value.Mapping root = ((Document.Tree) document).mapping().orElseThrow();
            Value.Scalar version = version(root).orElseThrow();
            ApplicationReader reader = new ApplicationReader(root, references, report);
            switch (version.text().charAt(0)) {
                case '2' -> applications.add(reader.version2());
                case '3' -> applications.add(reader.version3());
                default -> report.accept(Problem.warning("asyncapi-version", version.source(), version.text()));
            }
        }
        return List.of(new MessageFlow(applications, report).draft());
    }

    private static Optional<Value.Scalar> version(Value.Mapping root) {
        return root.get("asyncapi").orElse(null) instanceof Value.Scalar scalar
                        && !scalar.text().isEmpty()
                        && Character.isDigit(scalar.text().charAt(0))
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
