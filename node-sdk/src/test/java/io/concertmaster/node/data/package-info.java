/** Tests of records, lists, items and their JSON text. */
@NullMarked
package io.concertmaster.node.data;

import org.jspecify.annotations.NullMarked;
