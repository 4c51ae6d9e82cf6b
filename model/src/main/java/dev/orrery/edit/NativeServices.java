package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole services of the native format.
final class NativeServices {
    private NativeServices() {}

    static void add(NativePages pages, TopologyEdit.AddService edit) {
        Page page = home(pages, edit.boundary());
        List<NewNode.Member> said = new ArrayList<>();
        if (edit.kind() != ServiceKind.SERVICE) {
            said.add(new NewNode.Member("kind", new NewNode.Text(edit.kind().word())));
        }
        if (edit.boundary() != null) {
            said.add(new NewNode.Member("boundary", new NewNode.Text(edit.boundary())));
        }
        addTo(page, NativePages.SERVICES, edit.service(), said);
    }

    /// Puts a definition into a section, laid out as the last one there.
    static void addTo(Page page, String section, String id, List<NewNode.Member> said) {
        SourceNode holder =
                Source.entry(page.root(), section).map(SourceNode.Entry::value).orElse(null);
        boolean flow = !(holder instanceof SourceNode.Mapping all) || isInFlow(all);
        NewNode body = new NewNode.Mapping(said, flow);
        if (holder == null) {
            NewNode all = new NewNode.Mapping(List.of(new NewNode.Member(id, body)), false);
            page.editing().put(page.root(), section, all, NativePages.TOP);
        } else {
            page.editing().insert(holder, id, body, List.of());
        }
    }

    private static boolean isInFlow(SourceNode.Mapping all) {
        return all.entries().reversed().stream()
                .map(SourceNode.Entry::value)
                .filter(SourceNode.Mapping.class::isInstance)
                .map(SourceNode.Mapping.class::cast)
                .findFirst()
                .map(SourceNode.Mapping::flow)
                .orElse(true);
    }

    static void rename(NativePages pages, Service service, String renamed) {
        pages.of(service).stream()
                .filter(definition -> definition.id().equals(service.id()))
                .forEach(definition -> definition.rename(renamed));
        for (Page page : pages.all()) {
            for (SourceNode.Mapping body : NativePages.bodies(page)) {
                Source.entry(body, NativePages.DEPENDS_ON)
                        .ifPresent(entry -> Mentions.rename(page, entry.value(), service.id(), renamed));
            }
            page.section("prometheus")
                    .flatMap(rule -> Source.entry(rule, "except"))
                    .ifPresent(entry -> Mentions.rename(page, entry.value(), service.id(), renamed));
        }
    }

    static void delete(NativePages pages, Service service) {
        List<Dependency> mentions = pages.desk().topology().dependencies().stream()
                .filter(dependency -> dependency.to().equals(service.id()))
                .toList();
        Mentions.cut(pages, mentions);
        for (Page page : pages.all()) {
            page.section("prometheus")
                    .flatMap(rule -> Source.entry(rule, "except"))
                    .ifPresent(entry -> Mentions.remove(page, entry.value(), service.id()));
        }
        // The lines of several may be one's: they go in a round of their own.
        pages.desk().settle();
        for (Page page : pages.all()) {
            page.section(NativePages.SERVICES).ifPresent(all -> page.editing().delete(all, service.id()));
        }
    }

    /// It has no endpoint of its own.
    static void duplicate(NativePages pages, Service service, String copy) {
        List<Definition> definitions = pages.of(service);
        if (definitions.size() != 1) {
            throw new Unmeant("several-definitions", service.id());
        }
        Definition original = definitions.getFirst();
        original.page().editing().copy(original.section(), original.entry(), copy);
        pages.desk().settle();
        Definition second = pages.services().stream()
                .filter(definition -> definition.id().equals(copy))
                .findFirst()
                .orElseThrow();
        second.own("name")
                .flatMap(name -> second.page().scalar(name.value()))
                .filter(name -> name.value().equals(original.id()))
                .ifPresent(name -> second.page().editing().text(name, copy));
        if (second.own("health").isPresent()) {
            second.say("health", null, List.of());
        }
    }

    /// The file that has the boundary, else the first one.
    private static Page home(NativePages pages, @Nullable String boundary) {
        return pages.boundaries().stream()
                .filter(definition -> definition.id().equals(boundary))
                .map(Definition::page)
                .findFirst()
                .orElseGet(() -> pages.all().getFirst());
    }
}
