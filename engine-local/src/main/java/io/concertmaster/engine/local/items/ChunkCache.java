package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Item;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chunks last looked into, decoded; for looks here and there, such as at the item from which
 * another descends. Bounded by the bytes of the chunks, of which the items take some eight times as
 * many in memory; the longest unused go first.
 */
final class ChunkCache {
  private static final long BYTES = 2 * 1024 * 1024;

  private record Key(ByteBuffer hash, long start) {}

  private record Chunk(List<Item> items, int bytes) {}

  private final Map<Key, Chunk> chunks = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Where a chunk comes from that is not here. */
  @FunctionalInterface
  interface Source {
    ChunkReader open();
  }

  /** The items of a chunk that begins at a position of its list, with the lineage that was said. */
  List<Item> items(byte[] hash, long start, Source source) {
    Key key = new Key(ByteBuffer.wrap(hash), start);
    synchronized (chunks) {
      Chunk known = chunks.get(key);
      if (known != null) {
        return known.items();
      }
    }
    ChunkReader reader = source.open();
    Item[] items = new Item[reader.count()];
    for (int i = 0; i < items.length; i++) {
      items[i] = reader.next();
    }
    Chunk chunk = new Chunk(List.of(items), reader.length());
    synchronized (chunks) {
      if (chunks.putIfAbsent(key, chunk) == null) {
        bytes += chunk.bytes();
      }
      var oldest = chunks.entrySet().iterator();
      while (bytes > BYTES && chunks.size() > 1) {
        bytes -= oldest.next().getValue().bytes();
        oldest.remove();
      }
    }
    return chunk.items();
  }
}
