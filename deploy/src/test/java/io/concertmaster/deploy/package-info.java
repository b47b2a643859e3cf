/** Tests of deploying. */
@NullMarked
package io.concertmaster.deploy;

import org.jspecify.annotations.NullMarked;
