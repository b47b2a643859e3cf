/** The node that speaks HTTP: requests for items, answers as items, text or files. */
@NullMarked
package io.concertmaster.nodes.http;

import org.jspecify.annotations.NullMarked;
