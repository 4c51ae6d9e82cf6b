package dev.orrery.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads XML 1.0 with namespaces, without document types: nothing outside the text is ever looked for.
public final class XmlReader {
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 300_000;
    private static final int MOST_ATTRIBUTES = 600_000;

    private final String text;
    private final Tags tags;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int elements;
    private int attributes;
    private @Nullable XmlElement root;

    private XmlReader(String text) {
        this.text = text;
        this.tags = new Tags(text);
    }

    /// Never throws for any text. A byte order mark is no part of it and takes no column.
    public static ParsedXml read(String text) {
        return new XmlReader(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
    }

    private ParsedXml read() {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    tags.next();
                    return new ParsedXml.Doctype(tags.line(), tags.column());
                }
                String excess = take(event, reader);
                if (!excess.isEmpty()) {
                    return new ParsedXml.Broken(excess, tags.line(), tags.column());
                }
            }
        } catch (XMLStreamException refused) {
            return broken(refused);
        } catch (RuntimeException fault) {
            // The parser is old and large; some texts break it in other ways than the one that it promises.
            return new ParsedXml.Broken(String.valueOf(fault.getMessage()), tags.line(), tags.column());
        }
        return root == null ? new ParsedXml.Broken("there is no element", 1, 1) : new ParsedXml.Whole(root);
    }

    /// @return what there is too much of; empty where all is well
    private String take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                tags.next();
                elements++;
                attributes += reader.getAttributeCount();
                if (open.size() == DEEPEST) {
                    return "elements are nested more than " + DEEPEST + " deep";
                }
                if (elements > MOST_ELEMENTS || attributes > MOST_ATTRIBUTES) {
                    return "there are more than " + MOST_ELEMENTS + " elements, or " + MOST_ATTRIBUTES + " attributes";
                }
                open.push(new OpenElement(reader, tags));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                XmlElement closed = open.pop().close();
                if (open.isEmpty()) {
                    root = closed;
                } else {
                    open.getFirst().add(closed);
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!open.isEmpty()) {
                    open.getFirst().append(reader.getText());
                }
            }
            default -> {
                // Comments and processing instructions say nothing to us.
            }
        }
        return "";
    }

    private static ParsedXml.Broken broken(XMLStreamException refused) {
        String message = String.valueOf(refused.getMessage());
        int words = message.indexOf("Message: ");
        String why = words < 0 ? message : message.substring(words + "Message: ".length());
        Location place = refused.getLocation();
        return place == null
                ? new ParsedXml.Broken(why, 1, 1)
                : new ParsedXml.Broken(why, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the text is read");
        });
        return factory;
    }
}
