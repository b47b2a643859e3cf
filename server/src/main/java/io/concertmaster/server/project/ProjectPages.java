package io.concertmaster.server.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The webhooks, forms and tasks of the project {@code default}, at {@code /hooks/…} and so on. Those
 * of another project are for a server of its own.
 */
public final class ProjectPages extends Handler.Abstract {
  private final Projects projects;
  private final Function<Project, Handler> pages;
  private final Map<String, Handler> made = new ConcurrentHashMap<>();

  /**
   * Those of projects.
   *
   * @param pages makes what serves a project
   */
  public ProjectPages(Projects projects, Function<Project, Handler> pages) {
    this.projects = projects;
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Handler handler = made.get(Projects.DEFAULT);
    if (handler == null) {
      Project project = projects.get(Projects.DEFAULT);
      handler = made.computeIfAbsent(Projects.DEFAULT, each -> pages.apply(project));
    }
    return handler.handle(request, response, callback);
  }
}
