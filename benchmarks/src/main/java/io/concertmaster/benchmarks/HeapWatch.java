package io.concertmaster.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Looks now and then how much of the heap was in use right after it was collected. */
final class HeapWatch {
  private static final int PAUSE_MS = 50;

  private final AtomicLong most = new AtomicLong();
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(pool -> pool.isCollectionUsageThresholdSupported())
          .toList();

  static HeapWatch start() {
    HeapWatch watch = new HeapWatch();
    Thread.ofPlatform().daemon().name("heap watch").start(watch::look);
    return watch;
  }

  private void look() {
    while (true) {
      long used = 0;
      for (MemoryPoolMXBean pool : pools) {
        MemoryUsage usage = pool.getCollectionUsage();
        used += usage == null ? 0 : usage.getUsed();
      }
      long now = used;
      most.updateAndGet(before -> Math.max(before, now));
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Bytes. */
  long mostAfterCollection() {
    return most.get();
  }
}
