/**
 * How a SQLite file is opened, written and read here: one thread that writes and checkpoints,
 * groups of writes in one transaction, a few threads that read, numbered migrations.
 */
@NullMarked
package io.concertmaster.engine.local.sqlite;

import org.jspecify.annotations.NullMarked;
