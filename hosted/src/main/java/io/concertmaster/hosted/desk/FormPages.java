package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The answers to forms as they go into runs, and the pages that runs ask for after a form, answered
 * by programs: judged as in a browser.
 */
public final class FormPages {
  private final Engine engine;
  private final InstantSource clock;

  /** Those of an engine's runs. */
  public FormPages(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** What the page is called for which a run waits; empty where the wait is none for a page. */
  public Optional<String> title(RunId run, String token) throws EngineException {
    return asked(run, token)
        .map(each -> each.told().get("title") instanceof String title ? title : each.name());
  }

  private Optional<Tasks.Asked> asked(RunId run, String token) throws EngineException {
    return engine
        .run(run)
        .flatMap(view -> Tasks.asked(view, token))
        .filter(each -> "page".equals(each.told().get("kind")));
  }

  /**
   * Answers a page, without files.
   *
   * @param languages for what is wrong with the answer
   * @return what the check said; the run goes on where it was accepted
   * @throws EngineException with the reason WAIT_OVER when the page is asked for no more
   * @throws FormException when the page's form cannot be used
   */
  public CheckedAnswer answer(RunId run, String token, JsonObject answer, List<String> languages)
      throws EngineException, FormException {
    Tasks.Asked asked =
        asked(run, token)
            .orElseThrow(() ->
                new EngineException(
                    EngineException.Reason.WAIT_OVER, "run " + run + " asks for no such page now"));
    FormCheck check = AskedForm.ofRun(asked.told(), asked.name());
    CheckedAnswer checked = Tasks.withoutFiles(check, check.check(answer, languages));
    if (checked.accepted()) {
      Item item = Item.of(sent(checked.answer(), clock, false));
      engine.resume(run, token, List.of(item.pairedTo(0, 0)));
    }
    return checked;
  }

  /** An answer as it goes on: with when it was sent, and whether that was to try the form out. */
  static JsonObject sent(JsonObject answer, InstantSource clock, boolean test) {
    return answer
        .with("submittedAt", clock.instant().toString())
        .with("formMode", test ? "test" : "production");
  }

  /** The answer without what {@link #sent} adds to it. */
  static JsonObject bare(JsonObject item) {
    return item.without("submittedAt").without("formMode");
  }

  /**
   * Whether a run began with another answer than the one that was sent for it now: a page that was
   * sent already was changed, and sent again.
   *
   * @param node its trigger
   */
  static boolean wasOther(Engine engine, RunId run, String node, JsonObject answer) {
    try {
      NodeView worked = engine.run(run).map(view -> view.nodes().get(node)).orElse(null);
      ItemListRef first = worked == null ? null : worked.last().outputs().get("main");
      if (first == null || first.size() == 0) {
        return false; // it has only just begun: with this answer
      }
      JsonObject before = bare(engine.items(first, 0, 1).items().getFirst().json());
      return !Json.parseObject(Json.write(before)).equals(Json.parseObject(Json.write(answer)));
    } catch (EngineException damagedOrPruned) {
      return false; // nobody can tell
    }
  }
}
