package io.concertmaster.form.build;

import static io.concertmaster.form.build.BuilderWindow.complaints;
import static io.concertmaster.form.build.BuilderWindow.focus;
import static io.concertmaster.form.build.BuilderWindow.fx;
import static io.concertmaster.form.build.BuilderWindow.part;
import static io.concertmaster.form.build.BuilderWindow.segment;
import static io.concertmaster.form.build.BuilderWindow.shown;
import static io.concertmaster.form.build.BuilderWindow.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Scope;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.Part;
import io.concertmaster.model.form.edit.SetRule;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PropertyPanelTest {
  private static final ElementPath SECOND = ElementPath.ROOT.child(1);

  private static OwnDesk twoTexts() {
    OwnDesk desk = new OwnDesk(Form.empty("two", "Two", "en"));
    desk.apply(new AddElement(ElementPath.ROOT, 0, Part.TEXT));
    desk.apply(new AddElement(ElementPath.ROOT, 1, Part.TEXT));
    return desk;
  }

  @Test
  void aNumberOfARuleThatIsNoneIsToldBelowIt() {
    OwnDesk desk = new OwnDesk(Form.empty("two", "Two", "en"));
    desk.apply(new AddElement(ElementPath.ROOT, 0, Part.NUMBER));
    desk.apply(new AddElement(ElementPath.ROOT, 1, Part.TEXT));
    FormLayout layout = FormLayout.of(desk.form().get());
    Scope number = layout.fields().getFirst().scope();
    PlainCondition more = new PlainCondition(number, Comparison.MORE_THAN, 5L);
    desk.apply(new SetRule(SECOND, Optional.of(new Rule(Rule.Effect.SHOW, more.fits()))));
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose(layout.fields().get(1).key()));
    segment(builder, "#property-tabs", 1);
    focus(builder, "rule-value-0");
    write(builder, "rule-value-0", "many");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("no number");
    write(builder, "rule-value-0", "7");
    assertThat(complaints(builder)).isEmpty();
  }

  @Test
  void aRuleThatWasTakenBackIsGoneThoughItsValueHasTheKeyboard() {
    OwnDesk desk = twoTexts();
    Scope first = FormLayout.of(desk.form().get()).fields().getFirst().scope();
    desk.apply(
        new SetRule(
            SECOND,
            Optional.of(
                new Rule(Rule.Effect.SHOW, new PlainCondition(first, Comparison.IS, "x").fits()))));
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose(FormLayout.of(desk.form().get()).fields().get(1).key()));
    segment(builder, "#property-tabs", 1);
    focus(builder, "rule-value-0");
    TextField before = part(builder, "rule-value-0", TextField.class);
    write(builder, "rule-value-0", "xy");
    assertThat(part(builder, "rule-value-0", TextField.class))
        .as("who types stays in the box")
        .isSameAs(before);

    fx(() -> {
      desk.undo();
      return true;
    });
    TextField undone = part(builder, "rule-value-0", TextField.class);
    String text = fx(undone::getText);
    assertThat(text).isEqualTo("x");
    boolean focused = fx(undone::isFocused);
    assertThat(focused).isTrue();
    fx(() -> {
      desk.undo();
      return true;
    });
    int cards = fx(() -> builder.lookupAll(".rule-card").size());
    assertThat(cards).isZero();
    assertThat(desk.history.labels()).hasSize(2);
  }
}
