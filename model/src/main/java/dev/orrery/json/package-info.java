/// JSON as values, and the one door to its parser.
///
/// [JsonReader][dev.orrery.json.JsonReader] is strict and bounded, because most of what it reads came from outside:
/// what is cut, broken or followed by other text is told apart from what is whole, and duplicate keys are kept, so
/// that the reader of a document can call it ambiguous. [JsonWriter][dev.orrery.json.JsonWriter] writes the same
/// values.
@NullMarked
package dev.orrery.json;

import org.jspecify.annotations.NullMarked;
