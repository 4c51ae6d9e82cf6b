/// Eclipse ELK's layered algorithm, to measure our own by. Nobody else sees ELK.
@NullMarked
package dev.orrery.layout.elk;

import org.jspecify.annotations.NullMarked;
