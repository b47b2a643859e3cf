/** Definitions of workflows as immutable records: what a file says, before anything runs. */
@NullMarked
package io.concertmaster.model;

import org.jspecify.annotations.NullMarked;
