/** Holds the modules to the arrows of docs/architecture.md. */
@NullMarked
package io.concertmaster.architecture;

import org.jspecify.annotations.NullMarked;
