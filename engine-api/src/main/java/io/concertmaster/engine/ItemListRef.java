package io.concertmaster.engine;

/**
 * The name of a list of items in the store.
 *
 * @param id opaque
 * @param size how many items
 */
public record ItemListRef(String id, long size) {}
