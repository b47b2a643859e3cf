/**
 * The data that flows between nodes: immutable records, lists and items, and their JSON text.
 *
 * <p>A value is one of: {@code null} (JSON null), {@link Boolean}, {@link Long}, {@link Double},
 * {@link java.math.BigDecimal} (an integer past 64 bits, or a decimal that a database or a file
 * gave exactly), {@link String}, {@link io.concertmaster.node.data.JsonObject}, {@link
 * io.concertmaster.node.data.JsonArray}. Nothing else: {@link
 * io.concertmaster.node.data.Json#value} turns other Java types into these. A field that is absent
 * is not a field that is null.
 */
@NullMarked
package io.concertmaster.node.data;

import org.jspecify.annotations.NullMarked;
