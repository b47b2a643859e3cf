/** How each n8n node type becomes one of ours, and back. */
@NullMarked
package io.concertmaster.n8n.mapping;

import org.jspecify.annotations.NullMarked;
