/**
 * The nodes that speak SQL to SQLite files and PostgreSQL servers: query with bound parameters,
 * insert, upsert.
 */
@NullMarked
package io.concertmaster.nodes.sql;

import org.jspecify.annotations.NullMarked;
