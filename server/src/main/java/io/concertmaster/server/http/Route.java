package io.concertmaster.server.http;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the table of routes: what the server listens to, who may use it, what it takes and
 * answers, and who serves it. The document of the API is made from these rows too.
 *
 * @param path from the root, with names in braces for segments that vary
 * @param id names the operation in the document, so in clients made from it
 * @param query what the query may say: names and what they mean
 * @param headers what headers say: names and what they mean
 * @param status of the answer when all is well
 * @param answer schema of the answer; empty where there is no JSON
 * @param mediaType of the answer
 * @param others further statuses of answers when all is well, and what they mean; 204 has no body,
 *     the others the same as the first
 * @param audited whether a use of it stands in the audit log
 * @param page whether it is a page for people: who they are is told by their session's cookie and
 *     nothing else, and for all other routes by their token and nothing else
 */
public record Route(
    Method method,
    String path,
    Policy policy,
    String id,
    String summary,
    Map<String, String> query,
    Map<String, String> headers,
    BodyRule body,
    int status,
    JsonObject answer,
    String mediaType,
    Map<Integer, String> others,
    boolean audited,
    boolean page,
    Handler handler) {
  /** The media type of a stream of events. */
  public static final String EVENTS = "text/event-stream";

  /** The media type of files: what they are is no matter to whoever keeps them. */
  public static final String FILE = "application/octet-stream";

  /** Reads. */
  public static Draft get(String path, Policy policy, String id, String summary) {
    return new Draft(Method.GET, path, policy, id, summary);
  }

  /** Shows people something. A varying segment {@code project} says about which project it is. */
  public static Draft page(String path, Policy policy, String id, String summary) {
    Draft draft = new Draft(Method.GET, path, policy, id, summary);
    draft.page = true;
    draft.query.remove("project");
    return draft.answersText("text/html");
  }

  /**
   * Takes what people send from a page: its fields, which {@link PageCall} reads for it. Posts that
   * come of other sites are refused before that.
   */
  public static Draft posted(String path, Policy policy, String id, String summary) {
    Draft draft = new Draft(Method.POST, path, policy, id, summary);
    draft.page = true;
    draft.query.remove("project");
    draft.body = new BodyRule.Fields();
    return draft.answersText("text/html");
  }

  /** Does something. */
  public static Draft post(String path, Policy policy, String id, String summary) {
    return new Draft(Method.POST, path, policy, id, summary);
  }

  /** Puts something in its place. */
  public static Draft put(String path, Policy policy, String id, String summary) {
    return new Draft(Method.PUT, path, policy, id, summary);
  }

  /** Takes something away. */
  public static Draft delete(String path, Policy policy, String id, String summary) {
    return new Draft(Method.DELETE, path, policy, id, summary);
  }

  /** The segments of the path. */
  List<String> segments() {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The names of the segments that vary. */
  public List<String> variables() {
    return segments().stream()
        .filter(Route::isVariable)
        .map(each -> each.substring(1, each.length() - 1))
        .toList();
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /** A route in the making: its policy is there from the beginning. */
  public static final class Draft {
    private final Method method;
    private final String path;
    private final Policy policy;
    private final String id;
    private final String summary;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private BodyRule body = new BodyRule.None();
    private int status = 204;
    private JsonObject answer = JsonObject.empty();
    private String mediaType = "application/json";
    private final Map<Integer, String> others = new LinkedHashMap<>();
    private boolean audited;
    private boolean page;

    private Draft(Method method, String path, Policy policy, String id, String summary) {
      this.method = method;
      this.path = path;
      this.policy = policy;
      this.id = id;
      this.summary = summary;
      this.audited = method != Method.GET;
      if (policy instanceof Policy.InProject) {
        query.put("project", "the project; “default” where it is not said");
      }
    }

    /** The query may say something. */
    public Draft query(String name, String meaning) {
      query.put(name, meaning);
      return this;
    }

    /** A header may say something. */
    public Draft header(String name, String meaning) {
      headers.put(name, meaning);
      return this;
    }

    /** It takes a JSON body of so many bytes at most. */
    public Draft takes(int limit, JsonObject schema) {
      body = new BodyRule.Json(limit, schema);
      return this;
    }

    /** It answers JSON. */
    public Draft answers(int code, JsonObject schema) {
      status = code;
      answer = schema;
      return this;
    }

    /** It answers something else than JSON. */
    public Draft answersText(String type) {
      status = 200;
      mediaType = type;
      return this;
    }

    /** It may answer with another status too, though all is well. */
    public Draft or(int code, String meaning) {
      others.put(code, meaning);
      return this;
    }

    /** Its use does not stand in the audit log. */
    public Draft notAudited() {
      audited = false;
      return this;
    }

    /** The route, served so. */
    public Route by(Handler handler) {
      return new Route(
          method, path, policy, id, summary, query, headers, body, status, answer, mediaType,
          others, audited, page, handler);
    }
  }

  /** Several routes as a list that may grow. */
  public static List<Route> list(List<List<Route>> groups) {
    List<Route> all = new ArrayList<>();
    groups.forEach(all::addAll);
    return List.copyOf(all);
  }
}
