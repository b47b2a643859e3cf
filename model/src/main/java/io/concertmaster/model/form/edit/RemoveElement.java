package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Takes an element out with all in it: fields leave the schema, their texts leave all languages,
 * and rules that ask for them are taken out.
 *
 * @param at not the outermost
 */
public record RemoveElement(ElementPath at) implements FormEdit {
  @Override
  public Form apply(Form before) {
    if (at.isRoot() || at.last() == ElementPath.DETAIL) {
      throw new IllegalArgumentException(
          "this part holds the others together and cannot be taken out");
    }
    Workpiece piece = new Workpiece(before);
    FormElement element = piece.element(at);
    Ground ground = piece.ground(at);
    List<Field> fields = FormLayout.fields(element);
    Set<String> keys = Keys.in(element);
    piece.takeOut(at);
    if (element instanceof FormElement.Page
        && Workpiece.elements(piece.json(ElementPath.ROOT)).isEmpty()) {
      // Without a page left it is a form without pages, to which fields can be added.
      piece.change(ElementPath.ROOT, root -> root.with("type", "VerticalLayout"));
    }
    for (Field field : fields) {
      if (!isShown(piece, ground, field.scope())) {
        new Mentions(piece, ground, field.scope()).forget();
        forget(piece, ground.schema(), field.scope());
      }
    }
    KeyedTexts texts = new KeyedTexts(Keys.of(piece.all()));
    keys.forEach(texts::leave);
    piece.texts(texts::in);
    return piece.form();
  }

  /** Whether another control stands for the same field. */
  private static boolean isShown(Workpiece piece, Ground ground, Scope scope) {
    return piece.all().stream()
        .anyMatch(each ->
            each instanceof Field field
                && field.scope().equals(scope)
                && piece.ground(each.at()).schema().equals(ground.schema()));
  }

  /** Takes a field out of the schema of an object, and the objects around that are empty then. */
  static void forget(Workpiece piece, JsonPath object, Scope scope) {
    JsonPath parent = new Ground(object, "", ElementPath.ROOT).property(scope.parent());
    piece.schema(
        parent,
        around -> {
          JsonObject properties =
              around.get("properties") instanceof JsonObject all ? all : JsonObject.empty();
          JsonObject without = around.with("properties", properties.without(scope.last()));
          return SetRequired.with(without, scope.last(), false);
        });
    boolean empty =
        parent.object(piece.form().schema()).get("properties") instanceof JsonObject all
            && all.isEmpty();
    if (empty && !scope.parent().names().isEmpty()) {
      forget(piece, object, scope.parent());
    }
  }

  @Override
  public String label() {
    return "Delete from the form";
  }
}
