package io.concertmaster.designer.inspector;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.engine.RunError;
import io.concertmaster.node.PropertyKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Text in a language, coloured. A program gets line numbers, as much of the panel's height as its
 * lines fill, and a mark at the line where the last run failed, until somebody changes it.
 */
final class CodeControl implements PropertyControl {
  private static final Pattern LINE = Pattern.compile("\\[line (\\d{1,6})");
  private static final int LEAST = 8;
  private static final int MOST = 16;

  /** What of the panel is for other things than a long program. */
  private static final double ABOVE_AND_BELOW = 150;

  private final Site site;
  private final CodeEditor editor;
  private final boolean program;
  private Optional<RunError> seen = Optional.empty();

  /** Held here, so that weak references to them live as long as the control. */
  private final InvalidationListener newRun = property -> markFailure();

  private final InvalidationListener newHeight = property -> grow();
  private Optional<ScrollPane> panel = Optional.empty();

  CodeControl(Site site, PropertyKind.Code kind) {
    this.site = site;
    Language language = Language.named(kind.language());
    program = language == Language.JAVASCRIPT || language == Language.SQL;
    editor =
        program
            ? CodeEditor.program(language, LEAST, MOST)
            : CodeEditor.scrolling(language, 5, MOST);
    editor.onTyped(text -> {
      editor.failedAt(0);
      site.report().accept(text.isEmpty() && site.property().defaultValue() == null ? null : text);
    });
    if (program) {
      editor.sceneProperty().addListener((property, was, is) -> findPanel());
      site.context().preview().situation().addListener(new WeakInvalidationListener(newRun));
    }
  }

  private void findPanel() {
    Parent above = editor.getParent();
    while (above != null && !(above instanceof ScrollPane)) {
      above = above.getParent();
    }
    Optional<ScrollPane> found =
        above instanceof ScrollPane scroll ? Optional.of(scroll) : Optional.empty();
    if (!found.equals(panel)) {
      panel = found;
      found.ifPresent(
          scroll -> scroll.heightProperty().addListener(new WeakInvalidationListener(newHeight)));
    }
    grow();
  }

  private void grow() {
    panel
        .map(ScrollPane::getHeight)
        .filter(height -> height > 0)
        .ifPresent(height -> editor.upTo(CodeEditor.linesIn(height - ABOVE_AND_BELOW)));
  }

  /** Marks the line that a new error of the node names. */
  private void markFailure() {
    Situation situation = site.context().preview().situation().get();
    Optional<RunError> error =
        situation
            .run()
            .map(run -> run.nodes().get(situation.node()))
            .flatMap(view -> view.last().error());
    if (!error.equals(seen)) {
      seen = error;
      editor.failedAt(error.map(failure -> line(failure.message())).orElse(0));
    }
  }

  private static int line(String message) {
    Matcher matcher = LINE.matcher(message);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Override
  public Node view() {
    return editor;
  }

  @Override
  public void show(@Nullable Object value) {
    editor.show(value == null ? "" : ValueText.whole(value));
    if (program) {
      markFailure();
    }
  }

  @Override
  public void focus() {
    editor.focusAtEnd();
  }
}
