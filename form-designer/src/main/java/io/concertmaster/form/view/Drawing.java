package io.concertmaster.form.view;

import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.Seen;
import io.concertmaster.forms.Spot;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An element and all within it, drawn once: for the answer, or for an entry of a group. */
final class Drawing {
  private final Site site;
  private final Supplier<String> entry;
  private final Map<FormElement, Node> nodes = new LinkedHashMap<>();
  private final Map<Field, FieldNode> fields = new LinkedHashMap<>();
  private final Region node;
  private JsonObject given = JsonObject.empty();

  /**
   * Draws an element.
   *
   * @param entry in which entry it stands, now: a JSON Pointer; empty outside of groups
   */
  Drawing(FormElement element, Site site, Supplier<String> entry) {
    this.site = site;
    this.entry = entry;
    this.node = (Region) draw(element).orElseGet(VBox::new);
  }

  Region node() {
    return node;
  }

  private Optional<Node> draw(FormElement element) {
    Optional<Node> drawn =
        switch (element) {
          case FormElement.Pages pages -> Optional.of(stack(pages));
          case FormElement.Page page -> Optional.of(stack(page));
          case FormElement.Stack stack -> Optional.of(stack(stack));
          case FormElement.Section section -> Optional.of(section(section));
          case FormElement.Columns columns -> Optional.of(new ColumnsPane(within(columns)));
          case FormElement.Words words -> Optional.of(words(words));
          case Field field when field.kind() == FieldKind.HIDDEN -> Optional.empty();
          case Field field -> Optional.of(field(field));
          case FormElement.Unknown _ -> Optional.empty();
        };
    drawn.ifPresent(each -> nodes.put(element, each));
    return drawn;
  }

  private List<Node> within(FormElement element) {
    List<Node> all = new ArrayList<>();
    element.elements().forEach(each -> draw(each).ifPresent(all::add));
    return all;
  }

  private VBox stack(FormElement element) {
    VBox stack = new VBox();
    stack.getStyleClass().add("form-stack");
    stack.getChildren().addAll(within(element));
    return stack;
  }

  private VBox section(FormElement.Section section) {
    VBox stack = stack(section);
    stack.getStyleClass().add("form-section");
    String heading = site.texts().heading(section);
    if (!heading.isBlank()) {
      Label label = new Label(heading);
      label.setWrapText(true);
      label.getStyleClass().add("section-heading");
      stack.getChildren().addFirst(label);
    }
    return stack;
  }

  private Node words(FormElement.Words words) {
    String text = site.texts().words(words);
    if (words.markdown()) {
      return MarkdownText.of(text);
    }
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private FieldNode field(Field field) {
    Input input = Inputs.of(field, site, () -> Spot.pointer(field, entry.get()));
    FieldNode drawn = new FieldNode(field, site, input);
    drawn.setId("field-" + field.key());
    fields.put(field, drawn);
    return drawn;
  }

  /** Fills in an answer, or an entry. */
  void show(JsonObject answer) {
    given = answer;
    fields.forEach((field, drawn) -> drawn.input().show(field.scope().value(answer).orElse(null)));
  }

  /** The answer as it stands, laid over what there is of it already. */
  JsonObject answer(JsonObject over) {
    JsonObject answer = over;
    for (Map.Entry<Field, FieldNode> each : fields.entrySet()) {
      Object value = each.getValue().input().value();
      var scope = each.getKey().scope();
      answer = value == null ? scope.without(answer) : scope.with(answer, value);
    }
    return answer;
  }

  /** The entry as it stands. */
  JsonObject entry() {
    return answer(given);
  }

  /** Shows what rules say is seen. */
  void see(Seen seen) {
    nodes.forEach((element, drawn) -> {
      Spot spot = new Spot(element.at(), entry.get());
      drawn.setVisible(seen.shows(spot));
      drawn.setManaged(seen.shows(spot));
      drawn.setDisable(!seen.enables(spot));
    });
    fields.forEach((field, drawn) -> drawn.require(seen.requires(field, entry.get())));
    groups().forEach(each -> each.see(seen));
  }

  /** Says at the fields what is wrong with them; nothing for an answer that is not judged. */
  void judge(Optional<CheckedAnswer> checked) {
    fields.forEach((field, drawn) -> drawn.show(problem(field, checked)));
    groups().forEach(each -> each.judge(checked));
  }

  private Optional<FormProblem> problem(Field field, Optional<CheckedAnswer> checked) {
    return checked.flatMap(each -> each.problem(Spot.pointer(field, entry.get())));
  }

  /** Adds the files that were chosen here, by their places in the answer. */
  void files(Map<String, Path> found) {
    fields.forEach((field, drawn) -> {
      if (drawn.input() instanceof FileInput input && input.value() != null) {
        input.file().ifPresent(file -> found.put(Spot.pointer(field, entry.get()), file));
      }
    });
    groups().forEach(each -> each.files(found));
  }

  private List<GroupInput> groups() {
    return fields.values().stream()
        .map(FieldNode::input)
        .filter(GroupInput.class::isInstance)
        .map(GroupInput.class::cast)
        .toList();
  }

  /** The field whose value stands at a place in the answer. */
  Optional<FieldNode> find(String pointer) {
    for (Map.Entry<Field, FieldNode> each : fields.entrySet()) {
      String own = Spot.pointer(each.getKey(), entry.get());
      if (own.equals(pointer)) {
        return Optional.of(each.getValue());
      }
      if (pointer.startsWith(own + "/") && each.getValue().input() instanceof GroupInput group) {
        return group.find(pointer);
      }
    }
    return Optional.empty();
  }

  /** The name of the field at a place in the answer, as people know it. */
  Optional<String> name(String pointer) {
    for (Field field : fields.keySet()) {
      if (Spot.pointer(field, entry.get()).equals(pointer)) {
        return Optional.of(site.texts().label(field));
      }
    }
    return groups().stream().flatMap(each -> each.name(pointer).stream()).findFirst();
  }
}
