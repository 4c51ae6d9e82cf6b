/// Vistecture: applications with the services that they provide, as files of one or of many applications.
///
/// The definitions of all files are read together, those that a project's configuration names included; then the
/// project's overrides are laid over them. The rules are listed in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.vistecture;

import org.jspecify.annotations.NullMarked;
