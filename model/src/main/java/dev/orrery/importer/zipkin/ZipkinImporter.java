package dev.orrery.importer.zipkin;

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

/// Zipkin: a list of `{parent, child, callCount}` as its API gives it (`/api/v2/dependencies`; Jaeger's pages know the
/// same list), or a trace, a list of spans (OpenAPI of zipkin-api, version 2), or a list of traces.
public final class ZipkinImporter implements TopologyImporter {
    static final String FORMAT = "zipkin";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.root() instanceof Value.Sequence list
                && first(list).filter(item -> isLink(item) || Span.isOne(item)).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Document.Tree tree && tree.root() instanceof Value.Sequence list) {
                Traffic traffic = new Traffic(FORMAT, document.text().file());
                read(list, traffic, new Binding(report));
                drafts.add(traffic.draft());
            }
        }
        return drafts;
    }

    private static void read(Value.Sequence list, Traffic traffic, Binding binding) {
        List<Span> spans = new ArrayList<>();
        for (Value item : list.items()) {
            List<Value> traced = item instanceof Value.Sequence trace ? trace.items() : List.of(item);
            for (Value one : traced) {
                binding.mapping("span", one).ifPresent(mapping -> {
                    if (isLink(mapping)) {
                        link(mapping, traffic, binding);
                    } else {
                        Span.read(mapping).ifPresent(spans::add);
                    }
                });
            }
        }
        new Spans(spans).tell(traffic);
    }

    private static void link(Value.Mapping link, Traffic traffic, Binding binding) {
        Optional<String> parent = binding.text(link, "parent").filter(name -> !name.isBlank());
        Optional<String> child = binding.text(link, "child").filter(name -> !name.isBlank());
        if (parent.isPresent() && child.isPresent()) {
            traffic.call(parent.get(), child.get(), null, "zipkin.dependency", link.source());
        } else {
            binding.report(Problem.warning("link-without-ends", link.source()));
        }
    }

    private static boolean isLink(Value.Mapping item) {
        return item.get("parent").isPresent() && item.get("child").isPresent();
    }

    /// The first thing that is told of, in a trace or by itself.
    private static Optional<Value.Mapping> first(Value.Sequence list) {
        Value first = list.items().isEmpty() ? null : list.items().getFirst();
        if (first instanceof Value.Sequence trace && !trace.items().isEmpty()) {
            first = trace.items().getFirst();
        }
        return first instanceof Value.Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }
}
