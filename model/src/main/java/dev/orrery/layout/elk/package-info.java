/// Boxes placed with Eclipse ELK's layered algorithm, which nobody else sees.
///
/// Boundaries are placed from the inside out: what lies directly in one is layered by ELK, with the
/// boundaries among it as boxes of the size that they turned out to have and with ports where their
/// members lie. That is steadier than handing ELK the whole nesting at once: services without a
/// dependency inside their boundary can be set in a grid instead of one endless row, and the parts of a
/// boundary that have nothing to do with each other are packed towards the shape of a screen.
@NullMarked
package dev.orrery.layout.elk;

import org.jspecify.annotations.NullMarked;
