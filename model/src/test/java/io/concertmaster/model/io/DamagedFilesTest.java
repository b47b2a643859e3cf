package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.concertmaster.model.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happened to a file: it is read, or there is one line that says why not. */
class DamagedFilesTest {
  private static final byte[] WHOLE =
      WorkflowFiles.write(Samples.everything()).getBytes(StandardCharsets.UTF_8);

  /** What is read, or the complaint, which must be one line and not too long. */
  private static Object read(byte[] bytes) {
    try {
      return WorkflowFiles.parse(bytes);
    } catch (WorkflowFileException e) {
      if (e.getMessage().lines().count() != 1 || e.getMessage().length() > 600) {
        fail("no single short line: " + e.getMessage());
      }
      return e.getMessage();
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws Exception {
    int text = WHOLE.length - 1; // without the line end
    for (int length = 0; length < text; length++) {
      assertThat(read(Arrays.copyOf(WHOLE, length))).isInstanceOf(String.class);
    }
    assertThat(read(Arrays.copyOf(WHOLE, text))).isEqualTo(Samples.everything());
  }

  @Test
  void tenThousandDamagedFilesAreReadOrRefused() throws Exception {
    Random random = new Random(20_26);
    int readable = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] damaged = damage(random);
      Object result = read(damaged);
      if (round % 10 == 0) {
        assertThat(read(damaged)).isEqualTo(result);
      }
      if (result instanceof Workflow workflow) {
        readable++;
        String text = WorkflowFiles.write(workflow);
        if (!WorkflowFiles.write(WorkflowFiles.parse(text)).equals(text)) {
          fail("not the same bytes again: " + text);
        }
      }
    }
    assertThat(readable).isBetween(500, 9_500);
  }

  private static byte[] damage(Random random) {
    StringBuilder text = new StringBuilder(new String(WHOLE, StandardCharsets.ISO_8859_1));
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, end);
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.insert(at, "{}[],:\"0-\\e".charAt(random.nextInt(11)));
        default -> text.setCharAt(at, "{}[],:\"09-\\tn ".charAt(random.nextInt(14)));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
