package io.concertmaster.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an address may do, and how much of addresses is remembered. */
class BucketsTest {
  private long now;
  private final Buckets buckets = new Buckets(2, 5, () -> now);

  private static InetAddress at(String address) {
    return InetAddress.ofLiteral(address);
  }

  private int taken(String address) {
    int taken = 0;
    while (buckets.take(at(address)) == 0) {
      taken++;
    }
    return taken;
  }

  @Test
  void aBucketHoldsItsBrimAndFillsAtItsRate() {
    assertThat(taken("192.0.2.1")).isEqualTo(5);
    assertThat(buckets.pause(at("192.0.2.1"))).isEqualTo(1);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(buckets.pause(at("192.0.2.1"))).isZero();
    assertThat(taken("192.0.2.1")).isEqualTo(2);
    now += TimeUnit.HOURS.toNanos(1);
    assertThat(taken("192.0.2.1")).isEqualTo(5);
  }

  @Test
  void askingForThePauseTakesNothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(buckets.pause(at("192.0.2.1"))).isZero();
    }
    assertThat(taken("192.0.2.1")).isEqualTo(5);
  }

  @Test
  void aSlowBucketSaysHowLongToWait() {
    Buckets slow = new Buckets(20 / 60.0, 1, () -> now);
    assertThat(slow.take(at("192.0.2.1"))).isZero();
    assertThat(slow.take(at("192.0.2.1"))).isEqualTo(3);
  }

  @Test
  void addressesOfVersion4CountAloneThoseOfVersion6ByTheirNetwork() {
    assertThat(taken("192.0.2.1")).isEqualTo(5);
    assertThat(taken("192.0.2.2")).isEqualTo(5);
    assertThat(taken("::ffff:192.0.2.1")).isZero(); // the same, written as one of version 6

    assertThat(taken("2001:db8:1:2::1")).isEqualTo(5);
    assertThat(taken("2001:db8:1:2:ffff:ffff:ffff:ffff")).isZero();
    assertThat(taken("2001:db8:1:3::1")).isEqualTo(5);
  }

  @Test
  void manyAddressesTakeNoMoreMemoryAndWhoComesAgainIsRemembered() throws Exception {
    taken("192.0.2.1");
    for (int i = 0; i < 3 * Buckets.REMEMBERED; i++) {
      byte[] other = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
      buckets.take(InetAddress.getByAddress(other));
      if (i % 1_000 == 0) {
        assertThat(taken("192.0.2.1")).isZero();
      }
    }
    assertThat(buckets.size()).isEqualTo(Buckets.REMEMBERED);
  }
}
