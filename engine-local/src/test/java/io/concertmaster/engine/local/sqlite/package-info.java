/** Tests of the files of a store. */
@NullMarked
package io.concertmaster.engine.local.sqlite;

import org.jspecify.annotations.NullMarked;
