/**
 * The functions that expressions may call: one file for each type of receiver, names led to typed
 * functions, nothing found by reflection. Dates, regular expressions and JMESPath have packages of
 * their own.
 *
 * <p>The library does not know the compiler, so that scripts can use it too. Its values are plain
 * data and {@link io.concertmaster.model.expression.runtime.ObjectValue}s, whose {@link
 * io.concertmaster.model.expression.runtime.ObjectKind} lists properties and methods by name.
 * {@code Methods.named(name).call(frame, receiver, arguments)} calls any method on any receiver,
 * {@code Globals.value(name)} gives a global ({@code Namespace.Callable} where it can be called or
 * constructed), and a {@code Frame} over a scope brings clock, zones and what may be spent.
 */
@NullMarked
package io.concertmaster.model.expression.library;

import org.jspecify.annotations.NullMarked;
