package io.concertmaster.server.http;

import io.concertmaster.server.reach.AddressBlock;
import java.util.List;

/**
 * What one address of a client may do, so that one visitor cannot take the room of all. An address
 * of IPv6 counts by its first 64 bits, since whoever has one has all behind them. This machine's
 * own addresses have no limit.
 *
 * @param requests a second, over a while; ten seconds' worth may come at once. 0 for no limit
 * @param failures tries to sign in, and requests whose token, password or signature is refused, a
 *     minute; as many may come at once. 0 for no limit
 * @param proxies from which {@code X-Forwarded-For} is believed; nobody, where empty
 */
public record AddressLimits(int requests, int failures, List<AddressBlock> proxies) {
  /** 50 requests a second, 20 failures a minute, no proxy. */
  public static final AddressLimits DEFAULT = new AddressLimits(50, 20, List.of());

  /** More than this a second is no limit. */
  public static final int MOST = 1_000_000;

  public AddressLimits {
    if (requests < 0 || failures < 0 || requests > MOST || failures > MOST) {
      throw new IllegalArgumentException("a limit is a number from 0 to " + MOST);
    }
    proxies = List.copyOf(proxies);
  }
}
