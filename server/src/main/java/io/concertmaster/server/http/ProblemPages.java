package io.concertmaster.server.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP server refuses by itself is told as every other problem; nothing is quoted back.
 */
final class ProblemPages extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    new Answers(request, response, callback).give(problem(status));
    return true;
  }

  private static HttpProblem problem(int status) {
    return new HttpProblem(
        status,
        status < 500 ? "bad-request" : "internal",
        status < 500 ? "the request is not as HTTP has it" : "an error inside the server");
  }
}
