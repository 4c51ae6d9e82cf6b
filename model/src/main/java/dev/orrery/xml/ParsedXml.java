package dev.orrery.xml;

/// What became of a text that should be XML.
public sealed interface ParsedXml {

    /// The text is one element, perhaps with comments and processing instructions around it.
    record Whole(XmlElement root) implements ParsedXml {}

    /// It has a document type declaration, which may name files and addresses, and was read no further.
    ///
    /// @param line of the declaration, counted from 1
    /// @param column counted from 1, in UTF-16 units
    record Doctype(int line, int column) implements ParsedXml {}

    /// The text is cut, broken, or larger than what is read.
    ///
    /// @param why in the parser's words
    /// @param line counted from 1
    /// @param column counted from 1, in UTF-16 units
    record Broken(String why, int line, int column) implements ParsedXml {}
}
