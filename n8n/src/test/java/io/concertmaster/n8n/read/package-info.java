/** Reads n8n workflow files into the model. */
@NullMarked
package io.concertmaster.n8n.read;

import org.jspecify.annotations.NullMarked;
