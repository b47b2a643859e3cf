/** n8n's workflow files: read, reported on, written back. */
@NullMarked
package io.concertmaster.n8n;

import org.jspecify.annotations.NullMarked;
