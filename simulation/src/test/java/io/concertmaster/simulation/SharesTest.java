package io.concertmaster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that says nothing of its seeds is not taken for one that found nothing. */
class SharesTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Shares shares = new Shares(new PrintStream(told, true, StandardCharsets.UTF_8));

  /** What stands in for a process: it says some lines, and ends. */
  static final class Worker {
    private Worker() {}

    /** Arguments: what it exits with, and its lines; {@code throw} for an uncaught exception. */
    public static void main(String[] arguments) {
      for (String line : List.of(arguments).subList(1, arguments.length)) {
        if (line.equals("throw")) {
          throw new IllegalStateException("as this test wants it");
        }
        System.out.println(line);
      }
      System.exit(Integer.parseInt(arguments[0]));
    }
  }

  private void await(long first, long last, String... arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes =
        Path.of(Worker.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-cp", classes, Worker.class.getName()));
    command.addAll(List.of(arguments));
    shares.start(first, last, command);
    shares.await();
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aProcessThatFoundNothingIsNoAccident() throws Exception {
    await(1, 10, "0", Shares.end(10, 0, 3));
    assertThat(shares.failures()).isZero();
    assertThat(shares.accidents()).isZero();
    assertThat(told()).isEmpty();
  }

  @Test
  void failuresAreCountedAndTold() throws Exception {
    await(1, 10, "1", "seed 4: broken", "seed 7: broken", Shares.end(10, 2, 3));
    assertThat(shares.failures()).isEqualTo(2);
    assertThat(shares.accidents()).isZero();
    assertThat(told()).contains("seed 4: broken", "seed 7: broken");
  }

  @Test
  void aProcessThatDiesOfAnExceptionIsAnAccidentThatNamesItsSeeds() throws Exception {
    await(11, 20, "0", "throw");
    assertThat(shares.accidents()).isEqualTo(1);
    assertThat(told()).contains("seeds 11 to 20: their process ended with 1 before it had tried");
  }

  @Test
  void aProcessThatEndsQuietlyBeforeItsEndIsAnAccidentToo() throws Exception {
    await(11, 20, "0");
    assertThat(shares.accidents()).isEqualTo(1);
  }

  @Test
  void aProcessWhoseExitDoesNotFitWhatItSaidIsAnAccident() throws Exception {
    await(11, 20, "1", Shares.end(10, 0, 3));
    assertThat(shares.accidents()).isEqualTo(1);
    assertThat(told()).contains("although it said that 0 failed");
  }
}
