package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves an element. One that goes into a repeatable group, or out of one, takes its fields along in
 * the schema; rules that cannot ask for them there are taken out.
 *
 * @param from not the outermost
 * @param parent in what it comes to stand; a page only in the outermost
 * @param position before which of the elements that stand there now, from 0
 */
public record MoveElement(ElementPath from, ElementPath parent, int position) implements FormEdit {
  /** Where it stands afterwards. */
  public ElementPath to() {
    return parentAfter().child(placeAfter());
  }

  private int placeAfter() {
    return from.parent().equals(parent) && from.last() < position ? position - 1 : position;
  }

  /** Where the parent stands once the element is taken out. */
  private ElementPath parentAfter() {
    int level = from.steps().size() - 1;
    List<Integer> steps = new ArrayList<>(parent.steps());
    if (steps.size() > level
        && steps.subList(0, level).equals(from.steps().subList(0, level))
        && from.last() >= 0
        && steps.get(level) > from.last()) {
      steps.set(level, steps.get(level) - 1);
    }
    return new ElementPath(steps);
  }

  /** Whether such an element can stand there. */
  public static boolean fits(FormLayout layout, ElementPath from, ElementPath parent) {
    boolean page = layout.element(from).filter(FormElement.Page.class::isInstance).isPresent();
    return !from.isRoot()
        && from.last() != ElementPath.DETAIL
        && !from.holds(parent)
        && layout
            .element(parent)
            .filter(each -> page ? each instanceof FormElement.Pages : AddElement.holds(each))
            .isPresent();
  }

  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    if (!fits(piece.layout(), from, parent)) {
      throw new IllegalArgumentException("what stands at " + from + " cannot stand in " + parent);
    }
    FormElement element = piece.element(from);
    JsonObject json = piece.json(from);
    Ground here = piece.ground(from);
    piece.takeOut(from);
    Ground there = piece.ground(parentAfter());
    if (here.schema().equals(there.schema())) {
      piece.insert(parentAfter(), placeAfter(), json);
      return piece.form();
    }
    KeyedTexts texts = new KeyedTexts(Keys.of(piece.all()));
    Map<Scope, Scope> scopes = new LinkedHashMap<>();
    for (Field field : FormLayout.fields(element)) {
      if (!scopes.containsKey(field.scope())) {
        scopes.put(field.scope(), carry(piece, field.scope(), here, there));
      }
    }
    piece.insert(parentAfter(), placeAfter(), Scopes.replacedDeep(json, scopes));
    texts.lead(Keys.of(Workpiece.all(element)), Keys.of(Workpiece.all(piece.element(to()))));
    piece.texts(texts::in);
    return piece.form();
  }

  /** Takes a field's schema along; gives its name there. */
  private static Scope carry(Workpiece piece, Scope scope, Ground here, Ground there) {
    JsonObject schema = here.property(scope).object(piece.form().schema());
    boolean required = scope.isRequiredBy(here.schema().object(piece.form().schema()));
    new Mentions(piece, here, scope).forget();
    RemoveElement.forget(piece, here.schema(), scope);
    Scope to = FreshKey.field(piece, there, Scope.ROOT.field(scope.last()));
    piece.schema(
        there.schema(),
        each -> {
          JsonObject properties =
              each.get("properties") instanceof JsonObject all ? all : JsonObject.empty();
          JsonObject with = each.with("properties", properties.with(to.last(), schema));
          return required ? SetRequired.with(with, to.last(), true) : with;
        });
    return to;
  }

  @Override
  public String label() {
    return "Move";
  }
}
