/// Backstage's software catalog: descriptor files, and what its API answers, as one catalog however many files it is
/// spread over.
///
/// Entities are collected first, from the documents at hand and from the files that a `Location` names, because they
/// speak of each other by reference. Then components and resources become services, systems and domains boundaries,
/// and an API what joins those who consume it to those who provide it. Nothing is fetched. The rules are listed in
/// `docs/formats.md`.
@NullMarked
package dev.orrery.importer.backstage;

import org.jspecify.annotations.NullMarked;
