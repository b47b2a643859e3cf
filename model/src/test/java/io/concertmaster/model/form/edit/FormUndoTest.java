package io.concertmaster.model.form.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.io.FormFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits by chance, taken back and made again. */
class FormUndoTest {
  private static final int EDITS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void undoAllAndRedoAllGiveTheSameBytes(long seed) throws Exception {
    Form start =
        FormFiles.read(
            Path.of(
                System.getProperty("concertmaster.root", ".."), "docs/examples/order.form.json"));
    Random random = new Random(seed);
    FormHistory history = new FormHistory(start);
    List<String> states = new ArrayList<>(List.of(FormFiles.write(start)));
    for (int i = 0; i < EDITS; i++) {
      FormEdit edit = edit(history.current(), random, i);
      boolean changed;
      try {
        changed = history.apply(edit);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("there is nothing at");
        continue;
      }
      String text = FormFiles.write(history.current());
      assertThat(FormFiles.write(FormFiles.parse(text))).as(edit.toString()).isEqualTo(text);
      assertThat(FormLayout.of(history.current()).problems()).as(edit.toString()).isEmpty();
      if (changed) {
        states.add(text);
      }
    }
    assertThat(states).hasSizeGreaterThan(EDITS / 4);

    for (int i = states.size() - 1; i >= 0; i--) {
      assertThat(FormFiles.write(history.current())).isEqualTo(states.get(i));
      history.undo();
    }
    assertThat(history.dirty()).isFalse();
    while (history.canRedo()) {
      history.redo();
    }
    assertThat(FormFiles.write(history.current())).isEqualTo(states.getLast());
  }

  private static FormEdit edit(Form form, Random random, int number) {
    Workpiece piece = new Workpiece(form);
    List<FormElement> all = piece.all();
    FormElement one = all.get(random.nextInt(all.size()));
    FormElement other = all.get(random.nextInt(all.size()));
    List<Part> parts = List.of(Part.values());
    Part part = parts.get(random.nextInt(parts.size()));
    ElementPath at = one.at();
    return switch (random.nextInt(11)) {
      case 0, 1, 2 ->
          part == Part.PAGE
              ? new AddElement(ElementPath.ROOT, 0, part)
              : new AddElement(at, random.nextInt(one.elements().size() + 1), part);
      case 3 -> all.size() < 15 ? new SetFormName("N" + number) : new RemoveElement(at);
      case 4, 5 -> new MoveElement(at, other.at(), random.nextInt(other.elements().size() + 1));
      case 6 -> new DuplicateElement(at);
      case 7 -> new RenameField(at, "name" + number);
      case 8 -> SetText.of(at, "label", random.nextBoolean() ? "en" : "de", "Text " + number);
      case 9 ->
          other instanceof Field field
                  && piece.ground(at).schema().equals(piece.ground(other.at()).schema())
              ? new SetRule(
                  at,
                  Optional.of(
                      new Rule(
                          Rule.Effect.HIDE,
                          new PlainCondition(field.scope(), Comparison.FILLED, null).fits())))
              : new SetTheme("accent", "#" + (100 + number));
      default -> new SetRequired(at, random.nextBoolean());
    };
  }
}
