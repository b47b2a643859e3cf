/** Tests of environments. */
@NullMarked
package io.concertmaster.deploy.environment;

import org.jspecify.annotations.NullMarked;
