/// What any stage may report about its input: a code, how bad it is, where, and the arguments of the sentence.
@NullMarked
package dev.orrery.problem;

import org.jspecify.annotations.NullMarked;
