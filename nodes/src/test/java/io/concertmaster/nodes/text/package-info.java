/** Tests. */
@NullMarked
package io.concertmaster.nodes.text;

import org.jspecify.annotations.NullMarked;
