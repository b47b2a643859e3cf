package io.concertmaster.designer.expression;

import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one field's expression again and again while somebody types, by the evaluator that
 * nodes use. Checking happens at once, evaluating on a thread of its own; a newer question makes an
 * older one moot, and a script that still works on that is ended.
 */
public final class Evaluator {
  private final InputPreview preview;
  private @Nullable Thread working;
  private long asked;

  /** An evaluator with the items of a preview. */
  public Evaluator(InputPreview preview) {
    this.preview = preview;
  }

  /**
   * Checks and evaluates a parameter.
   *
   * @param parameter with its leading {@code =}
   * @param answer gets the outcome on the JavaFX thread, at once or later; not at all when another
   *     question comes first
   */
  public void evaluate(String parameter, Consumer<Outcome> answer) {
    long question = ++asked;
    if (working != null) {
      working.interrupt();
    }
    Evaluable expression;
    try {
      expression = preview.engine().expressions().compile(parameter);
    } catch (ExpressionException e) {
      answer.accept(wrong(e, true));
      return;
    }
    Situation situation = preview.situation().get();
    working =
        Thread.ofVirtual()
            .name("expression preview")
            .start(() -> {
              Outcome outcome = evaluate(expression, situation);
              Platform.runLater(() -> {
                if (question == asked) {
                  answer.accept(outcome);
                }
              });
            });
  }

  private Outcome evaluate(Evaluable expression, Situation situation) {
    try {
      Object value =
          expression.evaluate(new PreviewScope(situation, preview.engine(), Instant.now()));
      return value == Undefined.VALUE ? new Outcome.NotThere() : new Outcome.Value(value);
    } catch (ExpressionException e) {
      boolean lacksData = e.kind() == Kind.MISSING_DATA || e.kind() == Kind.TYPE;
      return lacksData && situation.item().isEmpty()
          ? new Outcome.NoItem()
          : wrong(e, e.kind() == Kind.SYNTAX);
    } catch (CompletionException e) {
      return new Outcome.Wrong(
          Objects.requireNonNullElse(e.getMessage(), "unreadable"), 0, 0, false);
    }
  }

  private static Outcome wrong(ExpressionException e, boolean syntax) {
    return new Outcome.Wrong(e.getMessage(), e.start(), e.end(), syntax);
  }
}
