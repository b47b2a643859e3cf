/** Judges what runs do by recorded cases: a table a node, a difference a failure. */
@NullMarked
package io.concertmaster.conformance;

import org.jspecify.annotations.NullMarked;
