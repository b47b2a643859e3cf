package io.concertmaster.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How scripts are kept.
 *
 * @param heap the most memory that the scripts of one process have, in megabytes, from 64: a
 *     quarter of it at first, more as they need it. A million items of four fields take 190
 * @param processes how many processes there may be; more scripts wait for a free one
 * @param expressionLimit how long one expression may take, for all items of a batch together
 * @param scriptLimit how long a Code node's script may take
 * @param recording the file into which a process writes what it had to load and compile, when it
 *     ends; empty for none. {@link StartCache} makes it once, when the program is built
 */
public record HostSettings(
    int heap,
    int processes,
    Duration expressionLimit,
    Duration scriptLimit,
    Optional<Path> recording) {
  /** 512 MB, as many processes as processors (two at least), 10 seconds, 5 minutes. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          512,
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Optional.empty());

  public HostSettings {
    if (heap < 64 || processes < 1) {
      throw new IllegalArgumentException("scripts need 64 MB and a process");
    }
  }

  /** The same with another memory limit. */
  public HostSettings withHeap(int megabytes) {
    return new HostSettings(megabytes, processes, expressionLimit, scriptLimit, recording);
  }

  /** The same with another number of processes. */
  public HostSettings withProcesses(int number) {
    return new HostSettings(heap, number, expressionLimit, scriptLimit, recording);
  }

  /** The same with other limits of time. */
  public HostSettings withLimits(Duration expression, Duration script) {
    return new HostSettings(heap, processes, expression, script, recording);
  }

  /** The same with a file for the recording. */
  HostSettings withRecording(Path file) {
    return new HostSettings(heap, processes, expressionLimit, scriptLimit, Optional.of(file));
  }
}
