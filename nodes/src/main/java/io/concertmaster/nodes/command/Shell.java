package io.concertmaster.nodes.command;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The shell of this machine: {@code sh}, on Windows {@code cmd}. A command that is no longer wanted
 * is killed with all programs that it started: those that it was seen to start, and on Linux those
 * that carry its mark, as the shell may be gone before they are.
 */
final class Shell {
  /** The most bytes that are taken of each output. */
  private static final int MOST = 64 << 20;

  private static final int LOOK_MILLIS = 50;

  /** The name in the environment whose value tells the programs of a command from all others. */
  private static final String MARK = "CONCERTMASTER_COMMAND";

  private Shell() {}

  /**
   * How a command ended.
   *
   * @param exitCode 0 by custom where all went well
   * @param stdout what it wrote, without blank space at both ends
   * @param stderr what it complained about, likewise
   */
  record Result(int exitCode, String stdout, String stderr) {}

  /** Runs a command to its end and takes what it writes; it finds nothing to read. */
  static Result run(NodeContext context, String command, Path folder)
      throws NodeException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    Process process = start(command, folder, mark);
    Set<ProcessHandle> started = new HashSet<>();
    boolean complete = false;
    try {
      CompletableFuture<String> stdout = taken(process.getInputStream());
      CompletableFuture<String> stderr = taken(process.getErrorStream());
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(started::add);
        context.checkInterrupted();
        if (stdout.isCompletedExceptionally() || stderr.isCompletedExceptionally()) {
          break;
        }
      }
      String output = text(context, stdout);
      String complaints = text(context, stderr);
      complete = true;
      return new Result(process.waitFor(), output, complaints);
    } finally {
      if (!complete || process.isAlive()) {
        kill(process, started, mark);
      }
    }
  }

  private static Process start(String command, Path folder, String mark) throws NodeException {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> line =
        windows ? List.of("cmd.exe", "/d", "/s", "/c", command) : List.of("/bin/sh", "-c", command);
    try {
      ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
      builder.environment().put(MARK, mark);
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new NodeException("The shell " + line.getFirst() + " does not start: " + e, e);
    }
  }

  private static CompletableFuture<String> taken(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (stream) {
            text.complete(read(stream));
          } catch (IOException e) {
            text.completeExceptionally(e);
          }
        });
    return text;
  }

  private static String read(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 13];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > MOST) {
        throw new IOException(
            "it wrote more than " + (MOST >> 20) + " MB: send its output to a file");
      }
    }
    String encoding = System.getProperty("native.encoding", "UTF-8");
    return bytes.toString(Charset.forName(encoding, Charset.defaultCharset())).strip();
  }

  /** The text once it is complete: when no program holds the output open any more. */
  private static String text(NodeContext context, CompletableFuture<String> taken)
      throws NodeException, InterruptedException {
    while (true) {
      try {
        return taken.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        context.checkInterrupted();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw new NodeException("The command was stopped: " + cause.getMessage(), cause);
      }
    }
  }

  private static void kill(Process process, Set<ProcessHandle> started, String mark) {
    process.descendants().forEach(started::add);
    process.destroyForcibly();
    ProcessHandle.allProcesses().filter(each -> hasMark(each, mark)).forEach(started::add);
    started.forEach(ProcessHandle::destroyForcibly);
    try {
      process.getInputStream().close();
      process.getErrorStream().close();
    } catch (IOException e) {
      System.getLogger(Shell.class.getName())
          .log(System.Logger.Level.DEBUG, "an output of a killed command stays open", e);
    }
  }

  private static boolean hasMark(ProcessHandle process, String mark) {
    try {
      byte[] all = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
      return new String(all, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
    } catch (IOException e) {
      // It has ended, belongs to somebody else, or the system does not tell.
      return false;
    }
  }
}
