/** Workflows made by code, in tests above all, without the noise of constructors. */
@NullMarked
package io.concertmaster.model.build;

import org.jspecify.annotations.NullMarked;
