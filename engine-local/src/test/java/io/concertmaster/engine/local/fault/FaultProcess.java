package io.concertmaster.engine.local.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A {@link FaultWorkload} in a process of its own, and what it said. */
final class FaultProcess {
  private final Process process;
  private final Path errors;
  private final List<String> said = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Semaphore lines = new Semaphore(0);
  private final Thread listener;

  /**
   * Starts the program.
   *
   * @param outside the folder of the outside log
   * @param environment more of it
   * @param options of the virtual machine
   */
  FaultProcess(
      Path home,
      Path outside,
      Map<String, String> environment,
      List<String> options,
      String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            FaultWorkload.class.getName(),
            home.toString(),
            outside.toString()));
    command.addAll(List.of(arguments));
    errors = outside.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
    listener = Thread.ofPlatform().daemon().start(this::listen);
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        lines.release();
        if (line.equals("open")) {
          open.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.countDown();
      lines.release(Integer.MAX_VALUE / 2);
    }
  }

  /** Waits until its store is open, or it has ended. */
  void awaitOpen() throws InterruptedException {
    open.await();
  }

  /** Waits until it has said so many lines, or has ended. */
  void awaitLines(int count) throws InterruptedException {
    lines.acquire(count);
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.toHandle().destroyForcibly(); // leaves what it said readable
  }

  /**
   * What it said, when it has ended.
   *
   * @throws IllegalStateException when it does not end in time
   */
  List<String> said(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      process.waitFor();
    }
    listener.join();
    return said;
  }

  /** What it wrote to its error output, and those before it. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
