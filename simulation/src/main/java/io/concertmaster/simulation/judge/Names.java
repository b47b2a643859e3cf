package io.concertmaster.simulation.judge;

import io.concertmaster.simulation.disk.Storage;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks whether every list that the journal names is there. */
final class Names {
  /** How items are filled in, what the hash names, the hash. */
  private static final Pattern NAME = Pattern.compile("\"[nizp][1m]([0-9a-f]{64})\"");

  private final Storage storage;

  Names(Storage storage) {
    this.storage = storage;
  }

  void check() {
    Set<String> there = new HashSet<>();
    for (@Nullable Object[] row : storage.items("SELECT hash FROM blob")) {
      if (row[0] instanceof byte[] hash) {
        there.add(HexFormat.of().formatHex(hash));
      }
    }
    for (@Nullable Object[] row : storage.journal("SELECT run, seq, body FROM event")) {
      Matcher names = NAME.matcher(String.valueOf(row[2]));
      while (names.find()) {
        if (!there.contains(names.group(1))) {
          throw new Broken(
              "line " + row[1] + " of run " + row[0] + " names a list that is not there");
        }
      }
    }
  }
}
