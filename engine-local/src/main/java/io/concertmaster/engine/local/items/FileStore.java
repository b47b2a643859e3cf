package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.BinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The files that travel with items, in parts of {@value #PART} bytes, streamed in and out. */
public final class FileStore {
  static final int PART = 256 * 1024;

  private final Blobs blobs;

  /** The files among these blobs. */
  public FileStore(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Takes a file in, to the end of the stream; it is durable on return.
   *
   * @throws IOException when the stream cannot be read
   * @throws StoreException when the store cannot take it
   */
  public BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws IOException, InterruptedException {
    List<byte[]> hashes = new ArrayList<>();
    List<Long> lengths = new ArrayList<>();
    CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    long size = 0;
    byte[] part = bytes.readNBytes(PART);
    do {
      byte[] hash = Blobs.hash(part);
      hashes.add(hash);
      lengths.add((long) part.length);
      size += part.length;
      written = both(written, blobs.put(Blobs.Kind.FILE_PART, hash, part));
      if (written.isCompletedExceptionally()) {
        ListWriter.await(written);
      }
      part = bytes.readNBytes(PART);
    } while (part.length > 0);
    String id = "1" + HexFormat.of().formatHex(hashes.getFirst());
    if (hashes.size() > 1) {
      byte[] contents = Contents.encode(hashes, lengths);
      byte[] hash = Blobs.hash(contents);
      written = both(written, blobs.put(Blobs.Kind.FILE_CONTENTS, hash, contents));
      id = "m" + HexFormat.of().formatHex(hash);
    }
    ListWriter.await(written);
    return new BinaryData(id, fileName, mimeType, size);
  }

  private static CompletableFuture<Void> both(
      CompletableFuture<Void> one, CompletableFuture<Void> other) {
    return one.thenCombine(other, (a, b) -> null);
  }

  /**
   * The bytes of a file.
   *
   * @throws IllegalArgumentException when the file is not one of this store
   */
  public InputStream open(BinaryData file) {
    if (file.id().length() < 2) {
      throw new IllegalArgumentException("no file is called “" + file.id() + "”");
    }
    byte[] hash = HexFormat.of().parseHex(file.id().substring(1));
    List<byte[]> parts =
        file.id().charAt(0) == '1'
            ? List.of(hash)
            : Contents.decode(blobs.get(hash, "the file “" + file.fileName() + "”")).hashes();
    return new Parts(parts, "the file “" + file.fileName() + "”");
  }

  /** Reads part after part; holds one. */
  private final class Parts extends InputStream {
    private final List<byte[]> hashes;
    private final String what;
    private byte[] part = new byte[0];
    private int next;
    private int at;

    Parts(List<byte[]> hashes, String what) {
      this.hashes = hashes;
      this.what = what;
    }

    @Override
    public int read() throws IOException {
      return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, target, offset, count);
      at += count;
      return count;
    }

    private boolean more() throws IOException {
      while (at == part.length) {
        if (next == hashes.size()) {
          return false;
        }
        try {
          part = blobs.get(hashes.get(next++), what);
        } catch (StoreException e) {
          throw new IOException(e.getMessage(), e);
        }
        at = 0;
      }
      return true;
    }
  }
}
