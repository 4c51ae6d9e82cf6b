package dev.orrery.importer.cyclonedx;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.XmlText;
import dev.orrery.problem.Problem;
import dev.orrery.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads the XML notation.
final class BomXml {
    private final SourceText text;
    private final Consumer<Problem> report;

    BomXml(SourceText text, Consumer<Problem> report) {
        this.text = text;
        this.report = report;
    }

    Bom read(XmlElement root) {
        List<Bom.Uses> uses = root.children("dependencies")
                .flatMap(list -> list.children("dependency"))
                .flatMap(from -> from.children("dependency").flatMap(to -> uses(from, to)))
                .toList();
        return new Bom(services(root), uses);
    }

    private Stream<Bom.Uses> uses(XmlElement from, XmlElement to) {
        Optional<String> target = to.attribute("ref");
        return from
                .attribute("ref")
                .filter(_ -> target.isPresent())
                .map(source -> new Bom.Uses(source, target.get(), XmlText.place(text, to)))
                .stream();
    }

    private List<Bom.Listed> services(XmlElement in) {
        return in.children("services")
                .flatMap(list -> list.children("service"))
                .flatMap(element -> service(element).stream())
                .toList();
    }

    private Optional<Bom.Listed> service(XmlElement element) {
        Optional<String> name = element.textOf("name");
        if (name.isEmpty()) {
            report.accept(Problem.warning("cyclonedx-unnamed", XmlText.place(text, element)));
        }
        return name.map(called -> new Bom.Listed(
                element.attribute("bom-ref").orElse(null),
                called,
                element.textOf("group").orElse(null),
                element.child("provider")
                        .flatMap(provider -> provider.textOf("name"))
                        .orElse(null),
                element.textOf("trustZone").orElse(null),
                element.children("endpoints")
                        .flatMap(list -> list.children("endpoint"))
                        .map(XmlElement::text)
                        .toList(),
                services(element),
                XmlText.place(text, element)));
    }
}
