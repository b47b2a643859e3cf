package io.concertmaster.nodes.archive;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.nodes.file.FileKinds;
import io.concertmaster.nodes.file.FileTrouble;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files out of archives, up to bounds that archives made to fill disks break. */
final class Unpacking {
  private static final int MOST_FILES = 1_000;
  private static final long SMALL = 64L << 20;
  private static final long RATIO = 100;
  private static final long MOST_BYTES = 10L << 30;

  private final NodeContext context;
  private final List<BinaryData> files = new ArrayList<>();
  private long total;

  Unpacking(NodeContext context) {
    this.context = context;
  }

  List<BinaryData> files() {
    return files;
  }

  /** Unpacks one archive. */
  void add(BinaryData archive) throws NodeException, InterruptedException {
    String name = archive.fileName().isEmpty() ? "the file" : archive.fileName();
    try (BufferedInputStream bytes =
        new BufferedInputStream(context.binaries().open(archive), 1 << 16)) {
      bytes.mark(4);
      byte[] start = bytes.readNBytes(4);
      bytes.reset();
      if (start.length >= 2 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b) {
        gzip(archive, bytes);
      } else if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
        zip(archive, bytes);
      } else {
        throw new NodeException("“" + name + "” is neither a ZIP archive nor a gzip file");
      }
    } catch (Bomb e) {
      throw new NodeException("“" + name + "” is not unpacked: " + e.getMessage());
    } catch (IOException e) {
      throw FileTrouble.of("unpack", name, e);
    }
  }

  private void gzip(BinaryData archive, InputStream bytes)
      throws NodeException, IOException, InterruptedException {
    String name = archive.fileName().replaceFirst("(?i)\\.gz(ip)?$", "");
    store(name.isEmpty() ? "file" : name, new GZIPInputStream(bytes, 1 << 16), archive.size());
  }

  private void zip(BinaryData archive, InputStream bytes)
      throws NodeException, IOException, InterruptedException {
    try (ZipInputStream zip = new ZipInputStream(bytes)) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_FILES) {
          throw new Bomb("it has more than " + MOST_FILES + " parts");
        }
        if (!entry.isDirectory() && !entry.getName().contains("__MACOSX")) {
          String whole = entry.getName().replace('\\', '/');
          store(whole.substring(whole.lastIndexOf('/') + 1), zip, archive.size());
        }
      }
    }
  }

  private void store(String name, InputStream bytes, long packed)
      throws NodeException, InterruptedException, IOException {
    Bounded bounded = new Bounded(bytes, packed);
    try {
      files.add(context.binaries().store(name, FileKinds.mimeType(name), bounded));
    } catch (NodeException e) {
      if (bounded.broken) {
        throw new Bomb("what is in it is far larger than it is itself");
      }
      throw e;
    }
  }

  /** An archive that breaks a bound. */
  private static final class Bomb extends IOException {
    private static final long serialVersionUID = 1L;

    Bomb(String message) {
      super(message);
    }
  }

  /** Counts what is unpacked, and ends where it is too much. Closing leaves the archive open. */
  private final class Bounded extends FilterInputStream {
    private final long packed;
    private long size;
    private boolean broken;

    Bounded(InputStream bytes, long packed) {
      super(bytes);
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws Bomb {
      size += read;
      total += read;
      if (total > MOST_BYTES || (size > SMALL && size / packed > RATIO)) {
        broken = true;
        throw new Bomb("what is in it is far larger than it is itself");
      }
    }

    @Override
    public void close() {
      // The next part of the archive comes from the same stream.
    }
  }
}
