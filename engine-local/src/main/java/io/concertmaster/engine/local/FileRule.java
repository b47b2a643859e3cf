package io.concertmaster.engine.local;

import io.concertmaster.node.NodeException;
import java.nio.file.Path;

/** Which files nodes may reach. */
public interface FileRule {
  /** What a node is about to do with a file. */
  enum Use {
    READ,
    WRITE
  }

  /** Every file that the system lets this process have. */
  FileRule ANYWHERE =
      new FileRule() {
        @Override
        public void demand(Path path, Use use) {}

        @Override
        public boolean isConfining() {
          return false;
        }
      };

  /**
   * Refuses a path that runs may not reach.
   *
   * @param path in its normal form; the file need not be there
   * @throws NodeException when it may not be reached; the message says who could allow it
   */
  void demand(Path path, Use use) throws NodeException;

  /** Whether there are files that runs may not reach. */
  default boolean isConfining() {
    return true;
  }
}
