/** The workflow file: its text read into records and written from them, byte for byte the same. */
@NullMarked
package io.concertmaster.model.io;

import org.jspecify.annotations.NullMarked;
