/** Tests of the workflow file. */
@NullMarked
package io.concertmaster.model.io;

import org.jspecify.annotations.NullMarked;
