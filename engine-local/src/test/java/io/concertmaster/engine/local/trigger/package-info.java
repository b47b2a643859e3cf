@NullMarked
package io.concertmaster.engine.local.trigger;

import org.jspecify.annotations.NullMarked;
