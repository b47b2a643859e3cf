package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.document.Paths;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.store.DeploymentRows.Expected;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents that belong together, as a deployment brings them.
 *
 * @param expected what the one who deploys believes to be live
 * @param activate whether the triggers of its workflows are to listen
 */
public record Bundle(List<Part> parts, List<Expected> expected, boolean activate) {
  /** The most documents of one. */
  public static final int PARTS = 200;

  public Bundle {
    parts = List.copyOf(parts);
    expected = List.copyOf(expected);
  }

  /**
   * One document.
   *
   * @param workflow what it says; empty for a form
   * @param form what it says; empty for a workflow
   */
  public record Part(Draft draft, Optional<Workflow> workflow, Optional<Form> form) {}

  /** The documents as they are to be kept. */
  public List<Draft> drafts() {
    return parts.stream().map(Part::draft).toList();
  }

  /**
   * The bundle of a request: {@code {documents: [{kind, path, content}], expected: [{kind, id,
   * live}], activate}}.
   *
   * @throws HttpProblem when it is none
   */
  public static Bundle of(Input input, Definitions definitions) throws HttpProblem {
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object each : input.list("documents")) {
      Part part = part(each, parts.size(), definitions);
      parts.add(part);
      boolean fresh = names.add(part.draft().kind() + " " + part.draft().id());
      if (!names.add("path " + part.draft().path()) || !fresh) {
        throw HttpProblem.badRequest(
            "two documents have the id or the path of “" + part.draft().path() + "”");
      }
    }
    if (parts.isEmpty() || parts.size() > PARTS) {
      throw HttpProblem.badRequest("a bundle has 1 to " + PARTS + " documents");
    }
    List<Expected> expected = new ArrayList<>();
    for (Object each : input.list("expected")) {
      Input one = Input.of(each, "expected[" + expected.size() + "]");
      expected.add(new Expected(kind(one.text("kind")), one.text("id"), one.maybeText("live")));
      one.noOthers();
    }
    Bundle bundle = new Bundle(parts, expected, input.flag("activate"));
    input.noOthers();
    return bundle;
  }

  private static Part part(@Nullable Object json, int position, Definitions definitions)
      throws HttpProblem {
    Input input = Input.of(json, "documents[" + position + "]");
    Kind kind = kind(input.text("kind"));
    String path = Paths.file(input.text("path"));
    JsonObject content = input.object("content");
    input.noOthers();
    if (kind == Kind.FORM) {
      Form form = Definitions.form(content, path);
      return new Part(Definitions.draft(form, content, path), Optional.empty(), Optional.of(form));
    }
    Workflow workflow = definitions.parse(Json.write(content));
    return new Part(Definitions.draft(workflow, path), Optional.of(workflow), Optional.empty());
  }

  private static Kind kind(String word) throws HttpProblem {
    for (Kind each : Kind.values()) {
      if (each.id().equals(word)) {
        return each;
      }
    }
    throw HttpProblem.badRequest("a document is a “workflow” or a “form”");
  }
}
