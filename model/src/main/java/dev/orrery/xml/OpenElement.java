package dev.orrery.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/// An element whose end has not been read yet.
final class OpenElement {
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes;
    private final int line;
    private final int column;
    private final StringBuilder text = new StringBuilder(0);
    private List<XmlElement> children = List.of();

    OpenElement(XMLStreamReader reader, Tags tags) {
        this.name = reader.getLocalName();
        this.namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        this.attributes = attributes(reader);
        this.line = tags.line();
        this.column = tags.column();
    }

    void add(XmlElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    void append(String more) {
        text.append(more);
    }

    XmlElement close() {
        return new XmlElement(
                name,
                namespace,
                attributes,
                Collections.unmodifiableList(children),
                text.toString().strip(),
                line,
                column);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(count);
        for (int index = 0; index < count; index++) {
            String prefix = reader.getAttributePrefix(index);
            String local = reader.getAttributeLocalName(index);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? local : prefix + ":" + local, reader.getAttributeValue(index));
        }
        return Collections.unmodifiableMap(attributes);
    }
}
