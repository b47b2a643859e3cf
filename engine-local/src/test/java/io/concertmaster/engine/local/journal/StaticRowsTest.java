package io.concertmaster.engine.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticRowsTest {
  /** More than a page holds: then wrong lengths inside the row go unnoticed by SQLite. */
  private static final JsonObject VALUES = JsonObject.of("newest", "x".repeat(5_000));

  @TempDir Path folder;

  private byte[] store() throws IOException {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(Machine.THIS, file, () -> {})) {
      List<StaticData> kept =
          List.of(
              new StaticData("clocked", "keep", VALUES),
              new StaticData("other", "keep", JsonObject.of("newest", 5L)));
      Journal.await(journal.append(1, List.of(), Optional.empty(), kept, Instant.EPOCH, () -> {}));
    }
    return Files.readAllBytes(file);
  }

  private static int placeOf(String text, byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  /** What a workflow keeps according to such a file; {@code damaged} where it says so. */
  private String kept(byte[] file, String workflow) throws IOException {
    Path copy = folder.resolve("copy.db");
    Files.write(copy, file);
    try (Journal journal = Journal.open(Machine.THIS, copy, () -> {})) {
      return journal.reader().staticData(workflow, "keep").toString();
    } catch (StoreException e) {
      assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED);
      return "damaged";
    }
  }

  /** A wrong bit in the row, in its length or in its key makes no workflow forget. */
  @Test
  void noWrongBitOfARowMakesAWorkflowForget() throws IOException {
    byte[] good = store();
    int begin = placeOf("clockedkeep{", good);
    assertThat(begin).isPositive();
    var wrong = new TreeSet<String>();
    int found = 0;
    for (int at = begin - 9; at < begin + 60; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << bit);
        String kept = kept(flipped, "clocked");
        if (kept.equals(VALUES.toString())) {
          found++;
        } else if (!kept.equals("damaged")) {
          wrong.add("bit " + bit + " of byte " + (at - begin) + ": " + kept.length());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(found).as("a wrong bit in the key of the row is put right").isGreaterThan(80);
  }

  @Test
  void damageOfOneWorkflowsRowIsNotSaidOfAnother() throws IOException {
    byte[] flipped = store();
    int key = placeOf("clockedkeep{", flipped);
    flipped[key + 15] ^= 4;

    assertThat(kept(flipped, "clocked")).isEqualTo("damaged");
    assertThat(kept(flipped, "other")).isEqualTo("{\"newest\":5}");
    assertThat(kept(flipped, "keeps nothing")).isEqualTo("{}");
  }
}
