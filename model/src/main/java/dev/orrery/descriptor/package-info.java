/// Descriptors as their authors wrote them, with every value's place.
///
/// Reading goes in three steps, each its own type. [SourceText][dev.orrery.descriptor.SourceText] is a file's text,
/// decoded strictly, byte order mark kept. [SourceTreeReader][dev.orrery.descriptor.SourceTreeReader] turns it into a
/// [SourceTree][dev.orrery.descriptor.SourceTree]: what is written, where, in which style, with aliases kept as aliases
/// and duplicate keys kept and reported; depth, aliases and size are limited while events come in.
/// [Value][dev.orrery.descriptor.Value] is the resolved view on it: aliases followed and merge keys applied, lazily, so
/// that nothing is ever expanded that nobody asks for. Binding a format to a topology works on values alone;
/// [NativeFormat][dev.orrery.descriptor.NativeFormat] does so for Orrery's own format.
///
/// JSON is read as what it is, a subset of YAML 1.2, so both fill the same tree.
@NullMarked
package dev.orrery.descriptor;

import org.jspecify.annotations.NullMarked;
