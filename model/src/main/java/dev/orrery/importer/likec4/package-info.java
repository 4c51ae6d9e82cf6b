/// LikeC4: the JSON that `likec4 export json` writes.
///
/// Elements are known by their full names, `shop.orders.api`; an element with others below it is opened and becomes a
/// boundary, and people are left out. The language itself is read by LikeC4 alone: its sources are recognised, to say
/// how to export them, and nothing is guessed from them. The rules are in `docs/formats.md`.
@NullMarked
package dev.orrery.importer.likec4;

import org.jspecify.annotations.NullMarked;
