/** Tests of the mappings. */
@NullMarked
package io.concertmaster.n8n.mapping;

import org.jspecify.annotations.NullMarked;
