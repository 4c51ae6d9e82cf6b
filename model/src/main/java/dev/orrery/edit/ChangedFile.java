package dev.orrery.edit;

import dev.orrery.importer.SourceFile;

/// A file whose text is another one after edits.
///
/// @param before as it was read
/// @param content all of its new text, byte order mark and line breaks as they were
public record ChangedFile(SourceFile before, String content) {
    /// The path relative to the root, with `/`.
    public String file() {
        return before.text().file();
    }
}
