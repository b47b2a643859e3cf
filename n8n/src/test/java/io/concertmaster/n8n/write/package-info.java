/** Writes workflows as n8n files. */
@NullMarked
package io.concertmaster.n8n.write;

import org.jspecify.annotations.NullMarked;
