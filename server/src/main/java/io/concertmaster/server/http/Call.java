package io.concertmaster.server.http;

import io.concertmaster.engine.RunId;
import io.concertmaster.server.access.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed the gate, as its route sees it.
 *
 * @param caller who makes it
 * @param project about which it is
 * @param address from which it comes
 * @param loopback whether it comes from this machine
 * @param values of the varying segments of the path
 * @param headers those that the route takes and the request has
 * @param body the JSON in it; null where the route takes none, or the JSON says null
 * @param text the body as it came; empty where the route takes none
 * @param heard takes the name of somebody who turns out to be known by what the request says, for
 *     the audit log: who signs in has no token yet
 * @param page the browser's side of it; empty for routes that are no pages
 */
public record Call(
    Caller caller,
    String project,
    String address,
    boolean loopback,
    Map<String, String> values,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable Object body,
    String text,
    Consumer<String> heard,
    Optional<PageCall> page) {
  /** Tells the audit log who it is, where no token does. */
  public void isBy(String account) {
    heard.accept(account);
  }

  /** What stands in a varying segment of the path. */
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no " + name);
    }
    return value;
  }

  /**
   * The run that the path names, in its segment {@code run}.
   *
   * @throws HttpProblem 404 when that is no number of a run
   */
  public RunId run() throws HttpProblem {
    String number = value("run");
    if (!number.matches("[1-9][0-9]{0,17}")) {
      throw HttpProblem.notFound("there is no such run: runs have numbers");
    }
    return new RunId(Long.parseLong(number));
  }

  /** What the query says; empty where it says nothing. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * A number of the query.
   *
   * @throws HttpProblem when it is none, or out of its bounds
   */
  public OptionalLong number(String name, long min, long max) throws HttpProblem {
    String text = query.get(name);
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw HttpProblem.badRequest(
        "“" + name + "” must be a whole number from " + min + " to " + max);
  }

  /** A header that the route takes. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The members of the body.
   *
   * @throws HttpProblem when it is no object
   */
  public Input input() throws HttpProblem {
    return Input.of(body, "");
  }
}
