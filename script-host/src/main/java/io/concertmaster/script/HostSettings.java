package io.concertmaster.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How scripts are kept.
 *
 * @param heap the most memory that the scripts of one process have, in megabytes, from 64
 * @param processes how many processes there may be; more scripts wait for a free one
 * @param expressionLimit how long one expression may take, for all items of a batch together
 * @param scriptLimit how long a Code node's script may take
 * @param archive the folder for an archive of loaded classes, made when a process ends for the
 *     first time: the next ones start in half the time. Empty for none
 */
public record HostSettings(
    int heap,
    int processes,
    Duration expressionLimit,
    Duration scriptLimit,
    Optional<Path> archive) {
  /** 256 MB, as many processes as processors (two at least), 10 seconds, 5 minutes, no archive. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          256,
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
    return new HostSettings(megabytes, processes, expressionLimit, scriptLimit, archive);
  }

  /** The same with another number of processes. */
  public HostSettings withProcesses(int number) {
    return new HostSettings(heap, number, expressionLimit, scriptLimit, archive);
  }

  /** The same with other limits of time. */
  public HostSettings withLimits(Duration expression, Duration script) {
    return new HostSettings(heap, processes, expression, script, archive);
  }

  /** The same with a folder for the archive. */
  public HostSettings withArchive(Path folder) {
    return new HostSettings(heap, processes, expressionLimit, scriptLimit, Optional.of(folder));
  }
}
