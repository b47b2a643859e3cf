/** Tests of the messages. */
@NullMarked
package io.concertmaster.script.wire;

import org.jspecify.annotations.NullMarked;
