package dev.orrery.importer.jaeger;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.importer.Traffic;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Jaeger: `data` with `{parent, child, callCount}` as its API gives it (`/api/dependencies`), or with traces as its
/// pages export them (`/api/traces`).
public final class JaegerImporter implements TopologyImporter {
    static final String FORMAT = "jaeger";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping()
                        .flatMap(root -> told(root).findFirst())
                        .filter(item -> isLink(item) || Trace.isOne(item))
                        .isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        Binding binding = new Binding(report);
        for (Document document : documents) {
            if (document instanceof Document.Tree tree) {
                Traffic traffic = new Traffic(FORMAT, document.text().file());
                tree.mapping().stream().flatMap(JaegerImporter::told).forEach(item -> {
                    if (isLink(item)) {
                        link(item, traffic, binding);
                    } else {
                        Trace.read(item).tell(traffic);
                    }
                });
                drafts.add(traffic.draft());
            }
        }
        return drafts;
    }

    private static void link(Value.Mapping link, Traffic traffic, Binding binding) {
        Optional<String> parent = binding.text(link, "parent").filter(name -> !name.isBlank());
        Optional<String> child = binding.text(link, "child").filter(name -> !name.isBlank());
        if (parent.isPresent() && child.isPresent()) {
            traffic.call(parent.get(), child.get(), null, "jaeger.dependency", link.source());
        } else {
            binding.report(Problem.warning("link-without-ends", link.source()));
        }
    }

    /// What is under `data`, a list or one; a trace may also stand by itself.
    private static Stream<Value.Mapping> told(Value.Mapping root) {
        Value data = root.get("data").orElse(root);
        Stream<Value> items = data instanceof Value.Sequence list ? list.items().stream() : Stream.of(data);
        return items.filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast);
    }

    private static boolean isLink(Value.Mapping item) {
        return item.get("parent").isPresent() && item.get("child").isPresent();
    }
}
