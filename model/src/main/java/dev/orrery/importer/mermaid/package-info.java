/// Flowcharts in the language of Mermaid, in files of their own and in the fenced blocks of a Markdown file that the
/// user names. A bounded reader of our own, because no Java library reads the language and a dependency must say where
/// it is written: [Diagrams][dev.orrery.importer.mermaid.Diagrams] finds the diagrams of a text,
/// [FlowReader][dev.orrery.importer.mermaid.FlowReader] follows the statements of one,
/// [FlowGraph][dev.orrery.importer.mermaid.FlowGraph] collects what they say, and
/// [MermaidDraft][dev.orrery.importer.mermaid.MermaidDraft] makes services of it.
@NullMarked
package dev.orrery.importer.mermaid;

import org.jspecify.annotations.NullMarked;
