/**
 * The functions that expressions may call: one file for each type of receiver, names led to typed
 * functions, nothing found by reflection.
 */
@NullMarked
package io.concertmaster.model.expression.library;

import org.jspecify.annotations.NullMarked;
