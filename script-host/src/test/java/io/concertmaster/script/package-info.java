/** Tests of scripts in their process. */
@NullMarked
package io.concertmaster.script;

import org.jspecify.annotations.NullMarked;
