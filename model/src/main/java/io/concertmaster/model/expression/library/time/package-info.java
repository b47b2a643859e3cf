/**
 * Dates, durations and intervals by the public rules of Luxon, and JavaScript's Date, on java.time.
 * The values are plain Java: {@link io.concertmaster.model.expression.library.time.DateTimeValue}
 * and its kin can be used without the compiler, their members by name through their kind.
 */
@NullMarked
package io.concertmaster.model.expression.library.time;

import org.jspecify.annotations.NullMarked;
