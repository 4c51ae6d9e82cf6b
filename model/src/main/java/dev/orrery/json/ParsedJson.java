package dev.orrery.json;

/// What became of a text that should be JSON.
public sealed interface ParsedJson {

    /// The text is one JSON value and nothing else.
    record Whole(Json value) implements ParsedJson {}

    /// The text is cut, broken, too deep, or goes on after its value.
    ///
    /// @param why in the parser's words
    /// @param line counted from 1
    /// @param column counted from 1, in UTF-16 units
    record Broken(String why, int line, int column) implements ParsedJson {}
}
