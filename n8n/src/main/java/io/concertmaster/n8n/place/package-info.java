/** Where nodes stand on n8n's canvas and on ours. */
@NullMarked
package io.concertmaster.n8n.place;

import org.jspecify.annotations.NullMarked;
