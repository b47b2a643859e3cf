@NullMarked
package io.concertmaster.engine.local.journal;

import org.jspecify.annotations.NullMarked;
