/**
 * What a run must come to, told anew and as simply as can be from the rules of the manual: the
 * engine is held against it.
 */
@NullMarked
package io.concertmaster.simulation.model;

import org.jspecify.annotations.NullMarked;
