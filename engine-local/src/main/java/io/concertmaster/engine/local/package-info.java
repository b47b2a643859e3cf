/** The engine inside the app: {@link io.concertmaster.engine.local.LocalEngine} is its door. */
@NullMarked
package io.concertmaster.engine.local;

import org.jspecify.annotations.NullMarked;
