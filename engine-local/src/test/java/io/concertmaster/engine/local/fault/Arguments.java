package io.concertmaster.engine.local.fault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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
      delete(folder);
    } else {
      System.err.println("what is left lies in " + folder);
    }
    System.exit(clean ? 0 : 1);
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
