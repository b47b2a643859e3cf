package io.concertmaster.engine.local.fault;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** The arguments of a proof: how often, and the seed of its chances. */
final class Arguments {
  private final int count;
  private final long seed;

  /**
   * Reads them.
   *
   * @param name of the option that says how often
   * @param byDefault how often without it
   */
  Arguments(String[] arguments, String name, int byDefault) {
    int times = byDefault;
    long chance = new Random().nextInt(1_000_000);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--" + name)) {
        times = Integer.parseInt(arguments[++i]);
      } else if (arguments[i].equals("--seed")) {
        chance = Long.parseLong(arguments[++i]);
      } else {
        throw new IllegalArgumentException(
            "usage: --" + name + " N [--seed S], not " + arguments[i]);
      }
    }
    count = times;
    seed = chance;
  }

  int count() {
    return count;
  }

  long seed() {
    return seed;
  }

  /** Ends the program: with 1 where something was found; then the folder stays. */
  void end(Path folder, boolean clean) throws IOException {
    System.out.println("seed " + seed);
    if (clean) {
      FolderTree.delete(folder);
    } else {
      System.err.println("what is left lies in " + folder);
    }
    System.exit(clean ? 0 : 1);
  }
}
