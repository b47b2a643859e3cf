/** Text in a language, coloured: the editor that expressions, scripts, SQL and JSON share. */
@NullMarked
package io.concertmaster.designer.code;

import org.jspecify.annotations.NullMarked;
