/**
 * The store of items: lists of any length as chunks of 1,024 items, encoded, compressed, checked
 * and named by their content, in one SQLite file; and files that travel with items, in parts.
 */
@NullMarked
package io.concertmaster.engine.local.items;

import org.jspecify.annotations.NullMarked;
