package io.concertmaster.engine.local.machine;

/**
 * What an engine stands on.
 *
 * <p>Design note. Nothing else in the engine starts threads or opens its stores, so that a
 * simulation can put one thread and a disk of its own in their place and decides by a seed what
 * happens next.
 */
public record Machine(Threads threads, Disk disk) {
  /** The machine on which this program runs. */
  public static final Machine THIS = new Machine(new PlatformThreads(), Disk.SQLITE);
}
