@NullMarked
package io.concertmaster.engine.local.run;

import org.jspecify.annotations.NullMarked;
