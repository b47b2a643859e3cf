package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.local.sqlite.StoreException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the folder of one trigger again and again, on a thread of its own: a folder of another
 * machine may keep it waiting.
 *
 * <p>Design note. The system's word that something changed only brings the next look nearer. It may
 * be missing (a folder of another machine, too many folders), late or too much; each look takes in
 * the whole folder, and looking takes a small share of the time, however large the folder is.
 */
final class FolderWatcher {
  /** So many folders the system is asked to tell of; others wait for the next look. */
  private static final int FOLDERS = 2_000;

  /** After a look that took some time, so many times that is left alone where something changed. */
  private static final int BUSY_REST = 3;

  /** The same where nothing did, as far as anybody told. */
  private static final int IDLE_REST = 10;

  private static final Duration CLOSE = Duration.ofMillis(50);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final TriggerHost host;
  private final FolderListener listener;
  private final ReentrantLock lock;
  private final Runnable due;
  private final CountDownLatch first = new CountDownLatch(1);
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private volatile boolean over;
  private @Nullable Thread thread;
  private @Nullable WatchService system;

  /**
   * One that does not look yet.
   *
   * @param lock guards the listener
   * @param due called when something may be due
   */
  FolderWatcher(TriggerHost host, FolderListener listener, ReentrantLock lock, Runnable due) {
    this.host = host;
    this.listener = listener;
    this.lock = lock;
    this.due = due;
  }

  void start() {
    thread = host.start("engine folder " + listener.folder().getFileName(), this::run);
  }

  /** Looks no more. What it is about to see is not taken in. */
  void end() {
    over = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  /** Waits for the first look, but not long: a folder may not answer. */
  void awaitFirst(Duration patience) throws InterruptedException {
    var _ = first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    try (WatchService opened = open()) {
      system = opened;
      while (!over) {
        pause(look());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log(e); // it only told of changes
    } finally {
      first.countDown();
    }
  }

  /** The system's news; null where it has none to give, as when too many programs ask. */
  private @Nullable WatchService open() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      log(e);
      return null;
    }
  }

  /**
   * One look.
   *
   * @return how long nothing needs to be looked at, and how long it must not
   */
  private Pause look() {
    long began = System.nanoTime();
    Optional<Duration> next = Optional.empty();
    try {
      FolderLook look =
          FolderLook.at(listener.folder(), listener.listening(), host.files(), () -> over);
      listen(look.folders());
      next = taken(look);
    } catch (FolderLook.Trouble e) {
      failed(String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      next = Optional.of(AGAIN);
    } catch (RuntimeException e) {
      failed(String.valueOf(e));
      log(e);
    }
    first.countDown();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Duration every = listener.listening().every();
    Duration least = longer(CLOSE, shorter(took.multipliedBy(BUSY_REST), every));
    Duration most = next.orElse(longer(every, took.multipliedBy(IDLE_REST)));
    return new Pause(least, longer(least, most));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * How long to wait.
   *
   * @param least also where something changed
   * @param most also where nothing did
   */
  private record Pause(Duration least, Duration most) {}

  private Optional<Duration> taken(FolderLook look) {
    Optional<Duration> next;
    boolean work;
    lock.lock();
    try {
      if (over) {
        return Optional.empty();
      }
      next = listener.looked(look, System.nanoTime(), host);
      work = listener.waiting() > 0;
    } finally {
      lock.unlock();
    }
    if (work) {
      due.run();
    }
    return next;
  }

  private void failed(String why) {
    lock.lock();
    try {
      if (!over) {
        listener.failed(why);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Asks the system to tell of changes in folders. */
  private void listen(List<Path> folders) {
    WatchService news = system;
    if (news == null) {
      return;
    }
    keys.values().removeIf(key -> !key.isValid());
    for (Path each : folders) {
      if (keys.size() >= FOLDERS || keys.containsKey(each)) {
        continue;
      }
      try {
        keys.put(
            each,
            each.register(
                news,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE));
      } catch (IOException | UnsupportedOperationException e) {
        log(e); // the next look finds what changes there
        return;
      }
    }
  }

  private void pause(Pause pause) throws InterruptedException {
    WatchService news = system;
    if (news == null) {
      Thread.sleep(pause.most());
      return;
    }
    long end = System.nanoTime() + pause.most().toNanos();
    Thread.sleep(pause.least());
    WatchKey told = news.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    while (told != null) {
      told.pollEvents();
      told.reset();
      told = news.poll();
    }
  }

  private static void log(Exception why) {
    System.getLogger(FolderWatcher.class.getName())
        .log(System.Logger.Level.DEBUG, "a folder is looked at without the system's news", why);
  }
}
