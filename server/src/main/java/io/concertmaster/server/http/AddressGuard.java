package io.concertmaster.server.http;

import io.concertmaster.hosted.http.HostedHandler;
import io.concertmaster.hosted.page.SignInPage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Holds each address to its limits, before anything else is done for a request.
 *
 * <p>Design note. Whoever has failed too often is refused wherever secrets are judged, with a right
 * one too: else the answer would tell which one is right. Forms and tasks stay open to them, for
 * there is nothing to guess at that could be guessed. Refusals are not audited: a flood would write
 * the log full.
 */
final class AddressGuard extends Handler.Wrapper {
  private static final Pattern FREE = Pattern.compile("/health|(?:/p/[^/]+)?/assets/.*");
  private static final Pattern PAGES =
      Pattern.compile("/inbox(?:/.*)?|(?:/p/[^/]+)?/(?:forms|ask)/.*");
  private static final Pattern OPEN = Pattern.compile("(?:/p/[^/]+)?/(?:forms|ask|resume)/.*");
  private static final Set<String> SIGN_IN = Set.of("/api/v1/login", SignInPage.SIGN_IN);

  private final Optional<Buckets> requests;
  private final Optional<Buckets> failures;

  /**
   * Guards what is behind.
   *
   * @param nanos a clock that only goes forward
   */
  AddressGuard(Handler guarded, AddressLimits limits, LongSupplier nanos) {
    super(guarded);
    requests =
        limits.requests() == 0
            ? Optional.empty()
            : Optional.of(new Buckets(limits.requests(), 10.0 * limits.requests(), nanos));
    failures =
        limits.failures() == 0
            ? Optional.empty()
            : Optional.of(new Buckets(limits.failures() / 60.0, limits.failures(), nanos));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    InetAddress address =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
            ? at.getAddress()
            : null;
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    if (address == null || address.isLoopbackAddress() || FREE.matcher(path).matches()) {
      return super.handle(request, response, callback);
    }
    int pause = requests.map(each -> each.take(address)).orElse(0);
    if (pause > 0) {
      refuse(path, "too many requests come from your address", pause, request, response, callback);
      return true;
    }
    if (failures.isEmpty() || OPEN.matcher(path).matches()) {
      return super.handle(request, response, callback);
    }
    Buckets counted = failures.get();
    boolean signsIn = request.getMethod().equals("POST") && SIGN_IN.contains(path);
    pause = signsIn ? counted.take(address) : counted.pause(address);
    if (pause > 0) {
      refuse(path, "too many tries from your address failed", pause, request, response, callback);
      return true;
    }
    return super.handle(
        request, signsIn ? response : new Counting(request, response, counted, address), callback);
  }

  private static void refuse(
      String path, String why, int seconds, Request request, Response response, Callback callback) {
    if (PAGES.matcher(path).matches()) {
      HostedHandler.crowded(seconds, request, response, callback);
      return;
    }
    HttpProblem problem =
        new HttpProblem(429, "too-many-requests", why + ": try again in " + seconds + " s")
            .retryAfter(seconds);
    new Answers(request, response, callback).give(problem);
  }

  /** Takes a token of the failures when the answer is that a secret was refused. */
  private static final class Counting extends Response.Wrapper {
    private final Buckets failures;
    private final InetAddress address;
    private final AtomicBoolean begun = new AtomicBoolean();

    Counting(Request request, Response response, Buckets failures, InetAddress address) {
      super(request, response);
      this.failures = failures;
      this.address = address;
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      if (begun.compareAndSet(false, true) && getStatus() == 401) {
        failures.take(address);
      }
      super.write(last, bytes, callback);
    }
  }
}
