package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.BinaryData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Takes away the contents that no event names any more: first all names are told to {@link #name},
 * then {@link #sweep} deletes the rest. Runs go on meanwhile, with pauses of a few hundred rows.
 */
public final class Sweep implements AutoCloseable {
  private static final int ROWS = 500;

  private final Blobs blobs;
  private final Readers readers;
  private final GroupWriter writer;
  private final Unnamed unnamed;
  private final HashSet64 named = new HashSet64();
  private final Set<String> tables = new HashSet<>();
  private final long newest;

  /** A row by its number, and the hash of what it holds. */
  private static final class Row {
    private final long id;
    private final byte[] hash;

    Row(long id, byte[] hash) {
      this.id = id;
      this.hash = hash;
    }
  }

  Sweep(Blobs blobs, Readers readers, GroupWriter writer, Unnamed unnamed) {
    this.blobs = blobs;
    this.readers = readers;
    this.writer = writer;
    this.unnamed = unnamed;
    this.newest = number("SELECT coalesce(max(id), 0) FROM blob");
  }

  private long number(String sql) {
    return readers.read(statements -> {
      try (ResultSet row = statements.of(sql).executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  /** All lists that the text of an event names are to stay. */
  public void name(String event) {
    ListReferences.in(event, this::nameList);
  }

  private void nameList(String name) {
    byte[] hash = HexFormat.of().parseHex(name, 1, name.length());
    named.add(HashSet64.prefix(hash));
    if (name.charAt(0) == 'm' && tables.add(name)) {
      nameParts(hash);
    }
  }

  /** A table of contents that cannot be read names nothing: its list cannot be read either. */
  private void nameParts(byte[] table) {
    try {
      for (byte[] part : Contents.decode(blobs.get(table, "a list of items")).hashes()) {
        named.add(HashSet64.prefix(part));
      }
    } catch (StoreException | IllegalArgumentException | IndexOutOfBoundsException e) {
      System.getLogger(Sweep.class.getName())
          .log(System.Logger.Level.INFO, "a damaged list is passed over", e);
    }
  }

  /**
   * Deletes what was not named.
   *
   * @return how many rows
   */
  public long sweep() throws InterruptedException {
    if (number("SELECT EXISTS(SELECT 1 FROM blob WHERE kind = 3)") == 1) {
      nameFiles();
    }
    long deleted = 0;
    List<Row> rows = rows("", 0);
    while (!rows.isEmpty()) {
      List<Row> left =
          rows.stream().filter(row -> !named.contains(HashSet64.prefix(row.hash))).toList();
      deleted += left.size();
      ListWriter.await(
          writer.submit(statements -> {
            PreparedStatement delete = statements.of("DELETE FROM blob WHERE id = ?");
            for (Row row : left) {
              if (!unnamed.isNoted(row.hash)) {
                delete.setLong(1, row.id);
                delete.executeUpdate();
              }
            }
          }));
      rows = rows("", rows.getLast().id);
    }
    return deleted;
  }

  private List<Row> rows(String condition, long after) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of(
              "SELECT id, hash FROM blob WHERE id > ? AND id <= ? "
                  + condition
                  + " ORDER BY id LIMIT "
                  + ROWS);
      select.setLong(1, after);
      select.setLong(2, newest);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getLong(1), row.getBytes(2)));
        }
      }
      return rows;
    });
  }

  /** The files that travel with the items that stay. */
  private void nameFiles() throws InterruptedException {
    List<Row> rows = rows("AND kind = 1", 0);
    while (!rows.isEmpty()) {
      for (Row row : rows) {
        if (named.contains(HashSet64.prefix(row.hash))) {
          nameFilesOf(row.hash);
        }
      }
      rows = rows("AND kind = 1", rows.getLast().id);
    }
  }

  private void nameFilesOf(byte[] chunk) {
    try {
      ChunkReader reader = new ChunkReader(blobs.get(chunk, "a chunk of items"), 0);
      while (reader.hasNext()) {
        for (BinaryData file : reader.next().binary().values()) {
          nameList(file.id());
        }
      }
    } catch (StoreException | IllegalArgumentException | IndexOutOfBoundsException e) {
      System.getLogger(Sweep.class.getName())
          .log(System.Logger.Level.INFO, "a damaged chunk is passed over", e);
    }
  }

  @Override
  public void close() {
    unnamed.forget();
  }
}
