package io.concertmaster.server.http;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each address: filled at a steady rate up to its brim, and whoever finds it
 * empty waits.
 *
 * <p>Design note. So many addresses are remembered, those that were heard of longest ago are
 * forgotten first. A bucket that is forgotten is full when it comes back. That gives nothing away:
 * to be pushed out before it had filled by itself, more new addresses would have to come in that
 * time than are remembered.
 */
final class Buckets {
  /** So many addresses are remembered: some 10 MB. */
  static final int REMEMBERED = 65_536;

  private static final double NANOS = 1e9;

  /** An address as it counts: of IPv4 all of it, of IPv6 the first 64 bits. */
  private record Counted(boolean six, long bits) {
    static Counted of(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length == 4
          ? new Counted(false, ByteBuffer.wrap(bytes).getInt())
          : new Counted(true, ByteBuffer.wrap(bytes).getLong());
    }
  }

  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  private final double perSecond;
  private final double brim;
  private final LongSupplier nanos;
  private final Map<Counted, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Full buckets for everybody.
   *
   * @param perSecond tokens that come; more than 0
   * @param brim tokens that a bucket holds; 1 at least
   * @param nanos a clock that only goes forward
   */
  Buckets(double perSecond, double brim, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.brim = brim;
    this.nanos = nanos;
  }

  /**
   * Takes a token.
   *
   * @return 0 where there was one; else seconds until there is one, and none was taken
   */
  synchronized int take(InetAddress address) {
    Bucket bucket = filled(address);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return pause(bucket);
  }

  /** Seconds until there is a token; 0 where there is one. */
  synchronized int pause(InetAddress address) {
    Bucket bucket = filled(address);
    return bucket.tokens >= 1 ? 0 : pause(bucket);
  }

  /** How many addresses are remembered now. */
  synchronized int size() {
    return buckets.size();
  }

  private int pause(Bucket bucket) {
    return Math.max(1, (int) Math.ceil((1 - bucket.tokens) / perSecond));
  }

  private Bucket filled(InetAddress address) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(Counted.of(address), each -> new Bucket(brim, now));
    bucket.tokens = Math.min(brim, bucket.tokens + (now - bucket.at) / NANOS * perSecond);
    bucket.at = now;
    return bucket;
  }
}
