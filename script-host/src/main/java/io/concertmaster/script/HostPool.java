package io.concertmaster.script;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes: started when they are needed, kept warm, lent to one thread at a time. A thread
 * that has one already gets a second one at once, however many there are, so that nobody waits for
 * himself.
 */
final class HostPool implements AutoCloseable {
  private final HostSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final Deque<HostProcess> idle = new ArrayDeque<>();
  private final Set<HostProcess> lent = new HashSet<>();
  private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);
  private @Nullable ProcessFolder folder;
  private boolean closed;

  HostPool(HostSettings settings) {
    this.settings = settings;
  }

  /**
   * Lends a process, one with the world if there is one.
   *
   * @throws InterruptedException when interrupted while waiting for one
   */
  HostProcess lend(String world) throws ScriptTrouble, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        if (closed) {
          throw new ScriptTrouble("the program closes: no script is started any more");
        }
        HostProcess process = take(world);
        if (process == null && (lent.size() < settings.processes() || held.get() > 0)) {
          process = start();
        }
        if (process != null) {
          lent.add(process);
          held.set(held.get() + 1);
          return process;
        }
        free.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable HostProcess take(String world) {
    idle.removeIf(process -> !process.alive());
    for (HostProcess process : idle) {
      if (process.has(world)) {
        idle.remove(process);
        return process;
      }
    }
    return idle.pollFirst();
  }

  private HostProcess start() throws ScriptTrouble {
    try {
      if (folder == null) {
        folder = ProcessFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
      }
      return HostProcess.start(HostCommand.of(settings, folder.path()), settings);
    } catch (IOException e) {
      throw new ScriptTrouble("no process for scripts could be started: " + e.getMessage());
    }
  }

  /** Gives a process back. */
  void giveBack(HostProcess process) {
    lock.lock();
    try {
      held.set(held.get() - 1);
      lent.remove(process);
      if (closed || idle.size() >= settings.processes()) {
        process.leave();
      } else if (process.alive()) {
        idle.addFirst(process);
      }
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Starts a process, unless there is one. */
  void warm() throws ScriptTrouble {
    lock.lock();
    try {
      if (!closed && idle.isEmpty() && lent.isEmpty()) {
        idle.add(start());
      }
    } finally {
      lock.unlock();
    }
  }

  /** The CPU time of the processes that live. */
  Duration busy() {
    lock.lock();
    try {
      return Stream.concat(idle.stream(), lent.stream())
          .map(HostProcess::busy)
          .reduce(Duration.ZERO, Duration::plus);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      idle.forEach(HostProcess::leave);
      if (settings.recording().isPresent()) {
        idle.forEach(HostProcess::awaitEnd); // it writes yet
      }
      idle.clear();
      lent.forEach(HostProcess::kill);
      free.signalAll();
      if (folder != null) {
        folder.close();
      }
    } catch (IOException e) {
      System.getLogger(HostPool.class.getName())
          .log(System.Logger.Level.DEBUG, "the scripts' folder stays behind", e);
    } finally {
      lock.unlock();
    }
  }
}
