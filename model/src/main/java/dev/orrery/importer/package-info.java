/// From files to one topology.
///
/// A [TopologyLoader][dev.orrery.importer.TopologyLoader] reads what a person opened: files, or a folder in which it
/// looks for descriptors. Every format is one [TopologyImporter][dev.orrery.importer.TopologyImporter], chosen by what
/// a document holds and never by its name; it makes a draft of the document, and the drafts of all documents become
/// one topology. What was read comes back as [Loaded][dev.orrery.importer.Loaded]: its
/// [SourceFile][dev.orrery.importer.SourceFile]s can be watched, opened in an editor, changed as text and read again
/// without touching a disk.
@NullMarked
package dev.orrery.importer;

import org.jspecify.annotations.NullMarked;
