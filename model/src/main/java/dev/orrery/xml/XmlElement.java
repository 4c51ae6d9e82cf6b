package dev.orrery.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element with what is inside it.
///
/// @param name without its prefix
/// @param namespace empty where it is in none
/// @param attributes in written order, by name; those in a namespace keep their prefix
/// @param children elements, in written order
/// @param text what stands directly inside, in one piece and without the white space around it
/// @param line of the tag's beginning, counted from 1
/// @param column counted from 1, in UTF-16 units
public record XmlElement(
        String name,
        String namespace,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        int line,
        int column) {

    /// An attribute that says something.
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }

    /// The children of a name, whatever their namespace.
    public Stream<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name().equals(child));
    }

    public Optional<XmlElement> child(String child) {
        return children(child).findFirst();
    }

    /// The text of a child that says something.
    public Optional<String> textOf(String child) {
        return child(child).map(XmlElement::text).filter(text -> !text.isEmpty());
    }
}
