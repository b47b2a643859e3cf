package io.concertmaster.hosted.http;

import io.concertmaster.hosted.hook.HookAnswer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps web pages of others away from what listens on this machine.
 *
 * <p>Design note. A browser on this machine reaches its loopback address, whatever page it shows.
 * Two ways lead there. A name of somebody else that is made to stand for 127.0.0.1 (DNS rebinding):
 * so the request must name us as its {@code Host}. And a page that sends a form or loads a picture
 * from here: browsers say so in {@code Origin} and {@code Sec-Fetch-Site}, and such requests are
 * refused, but for a link to a form or a task that a person follows. Programs send neither.
 */
final class LoopbackGuard extends Handler.Wrapper {
  private static final Set<String> OURSELVES = Set.of("same-origin", "none");

  LoopbackGuard(Handler guarded) {
    super(guarded);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields headers = request.getHeaders();
    List<String> ours = names(request);
    List<String> hosts = headers.getValuesList("Host");
    if (hosts.size() != 1 || !ours.contains(hosts.getFirst())) {
      refuse(421, "this address is for " + ours.getFirst() + " only", request, response, callback);
      return true;
    }
    if (isForeign(request, headers, ours)) {
      refuse(
          403, "pages of other sites may not call what listens here", request, response, callback);
      return true;
    }
    if (!super.handle(request, response, callback)) {
      refuse(404, "nothing listens here", request, response, callback);
    }
    return true;
  }

  private static List<String> names(Request request) {
    int port = Request.getLocalPort(request);
    return List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  private static boolean isForeign(Request request, HttpFields headers, List<String> ours) {
    Optional<String> origin = Optional.ofNullable(headers.get("Origin"));
    if (origin.filter(each -> !isOwn(each, ours)).isPresent()) {
      return true;
    }
    String site = Optional.ofNullable(headers.get("Sec-Fetch-Site")).orElse("none");
    return !OURSELVES.contains(site) && !isLink(request, headers);
  }

  /**
   * A page posts with the origin {@code null} where it was told to send no referrer, as ours are.
   */
  private static boolean isOwn(String origin, List<String> ours) {
    return origin.equals("null") || ours.stream().anyMatch(each -> origin.equals("http://" + each));
  }

  /** A person who follows a link to a page, in a window of its own. */
  private static boolean isLink(Request request, HttpFields headers) {
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    String page = path.startsWith("/test/") ? path.substring(5) : path;
    return request.getMethod().equals("GET")
        && "navigate".equals(headers.get("Sec-Fetch-Mode"))
        && "document".equals(headers.get("Sec-Fetch-Dest"))
        && (page.startsWith("/forms/") || page.startsWith("/ask/"));
  }

  private static void refuse(
      int status, String detail, Request request, Response response, Callback callback) {
    UnreadBody.leave(request, response);
    response.setStatus(status);
    response.getHeaders().put("Content-Type", "application/problem+json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(HookAnswer.problem(status, detail).body()), callback);
  }
}
