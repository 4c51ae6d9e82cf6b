/// Structurizr: workspaces as JSON, and in the DSL.
///
/// Both are read into the same [StructurizrModel], from which [ModelDraft] makes services, boundaries and needs, so
/// that a workspace means the same in either form. JSON is read from our own tree, where every value knows its place.
/// The DSL is understood by Structurizr's own library, which is handed one statement at a time: so each element and
/// relationship is known to come from the line that was just read, and a statement that it refuses costs no more than
/// itself. Files that a DSL text includes or extends are found by us, below the root only; scripts, plug-ins,
/// documentation, views and everything remote never reach the library.
@NullMarked
package dev.orrery.importer.structurizr;

import org.jspecify.annotations.NullMarked;
