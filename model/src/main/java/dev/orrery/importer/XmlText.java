package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import dev.orrery.xml.ParsedXml;
import dev.orrery.xml.XmlElement;
import dev.orrery.xml.XmlReader;
import java.util.Optional;
import java.util.function.Consumer;

/// Descriptors in XML.
public final class XmlText {
    private static final int HEAD = 4_000;

    private XmlText() {}

    /// Whether a text begins as XML does and names something near its beginning.
    public static boolean speaksOf(SourceText text, String what) {
        String content = text.content();
        String head = content.substring(0, Math.min(HEAD, content.length())).stripLeading();
        return (head.startsWith("<") || head.startsWith("\uFEFF<")) && head.contains(what);
    }

    /// The root element; where there is none, the report says why.
    public static Optional<XmlElement> root(SourceText text, Consumer<Problem> report) {
        return switch (XmlReader.read(text.content())) {
            case ParsedXml.Whole(XmlElement root) -> Optional.of(root);
            case ParsedXml.Doctype(int line, int column) -> {
                report.accept(Problem.error("xml-doctype", new SourceLocation(text.file(), line, column)));
                yield Optional.empty();
            }
            case ParsedXml.Broken(String why, int line, int column) -> {
                report.accept(Problem.error("xml-syntax", new SourceLocation(text.file(), line, column), why));
                yield Optional.empty();
            }
        };
    }

    public static SourceLocation place(SourceText text, XmlElement element) {
        return new SourceLocation(text.file(), element.line(), element.column());
    }
}
