package io.concertmaster.server.http;

import io.concertmaster.hosted.http.HostedHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What everybody may reach of each project: that of the first one at {@code /forms/…} and the like,
 * that of another at {@code /p/PROJECT/forms/…}.
 */
public final class HostedProjects extends Handler.Abstract {
  private static final String OTHERS = "/p/";

  private final String first;
  private final Function<String, Optional<HostedHandler>> made;
  private final Map<String, HostedHandler> handlers = new ConcurrentHashMap<>();

  /**
   * Those of projects.
   *
   * @param first id of the one whose addresses have no prefix
   * @param made what serves a project; empty where there is none of that id
   */
  public HostedProjects(String first, Function<String, Optional<HostedHandler>> made) {
    this.first = first;
    this.made = made;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    String id = path == null || !path.startsWith(OTHERS) ? first : named(path);
    if (id.isEmpty()) {
      return false;
    }
    HostedHandler known = handlers.get(id);
    if (known != null) {
      return known.handle(request, response, callback);
    }
    // Where there is none, whoever comes next says that nothing is there.
    return first(id).map(each -> each.handle(request, response, callback)).orElse(false);
  }

  /** What serves a project, made by the first request for it. */
  private synchronized Optional<HostedHandler> first(String id) {
    HostedHandler known = handlers.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<HostedHandler> fresh = made.apply(id);
    fresh.ifPresent(each -> handlers.put(id, each));
    return fresh;
  }

  /** A project was closed. */
  public synchronized void forget(String id) {
    handlers.remove(id);
  }

  /** The project of a path; empty for one that has no address of that form. */
  private String named(String path) {
    int end = path.indexOf('/', OTHERS.length());
    String id = end < 0 ? "" : path.substring(OTHERS.length(), end);
    return id.equals(first) ? "" : id;
  }
}
