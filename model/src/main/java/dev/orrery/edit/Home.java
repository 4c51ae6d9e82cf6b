package dev.orrery.edit;

/// Where the edits of one format live.
interface Home {
    /// As its importer calls it.
    String format();

    /// Whether the format has a place for such an edit.
    boolean has(TopologyEdit edit);

    /// Plans the format's part of an edit: of a service what is written in this format, of a dependency the evidence of
    /// this format.
    ///
    /// @throws Unmeant where there is no lossless way
    void write(TopologyEdit edit, Desk desk);
}
