package io.concertmaster.engine.local.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file outside the store in which steps leave a mark when they have their effect: the witness
 * that the engine cannot talk to. A line outlives the death of the process that wrote it.
 */
final class OutsideLog implements AutoCloseable {
  /**
   * An effect.
   *
   * @param at when, in milliseconds since 1970
   * @param step as {@code run/node/index}
   */
  record Effect(long at, String step) {
    /** The number of the run. */
    long run() {
      return Long.parseLong(step.substring(0, step.indexOf('/')));
    }
  }

  private final FileChannel file;

  OutsideLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a mark, in one write. */
  void mark(String step) throws IOException {
    String line = System.currentTimeMillis() + " " + step + "\n";
    file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** All marks of a log, in their order; the end of a line that was never finished is left out. */
  static List<Effect> read(Path path) throws IOException {
    List<Effect> effects = new ArrayList<>();
    if (Files.exists(path)) {
      String text = Files.readString(path);
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        int space = line.indexOf(' ');
        effects.add(
            new Effect(Long.parseLong(line.substring(0, space)), line.substring(space + 1)));
      }
    }
    return effects;
  }
}
