/** Tests of how runs are run. */
@NullMarked
package io.concertmaster.engine.local.run;

import org.jspecify.annotations.NullMarked;
