/** Tests of names of nodes in expressions. */
@NullMarked
package io.concertmaster.model.mention;

import org.jspecify.annotations.NullMarked;
