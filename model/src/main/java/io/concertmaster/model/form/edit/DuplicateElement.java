package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Rule.Fits;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a copy of an element behind it. Its fields are new ones with names of their own; texts of
 * all languages and rules are copied.
 *
 * @param at not the outermost
 */
public record DuplicateElement(ElementPath at) implements FormEdit {
  @Override
  public Form apply(Form before) {
    if (at.isRoot() || at.last() == ElementPath.DETAIL) {
      throw new IllegalArgumentException(
          "this part holds the others together and cannot be duplicated");
    }
    Workpiece piece = new Workpiece(before);
    FormElement element = piece.element(at);
    Ground ground = piece.ground(at);
    Map<Scope, Scope> scopes = new LinkedHashMap<>();
    KeyedTexts texts = new KeyedTexts(Keys.of(piece.all()));
    for (Field field : FormLayout.fields(element)) {
      Scope from = field.scope();
      if (scopes.containsKey(from) || ground.property(from).in(piece.form().schema()) == null) {
        continue;
      }
      JsonPath object = ground.property(from.parent());
      Scope to = FreshKey.field(piece, ground, from);
      scopes.put(from, to);
      piece.schema(object, each -> copied(each, from.last(), to.last()));
    }
    requirements(piece, ground, scopes);
    JsonObject copy = renamed(piece.form(), piece.json(at), scopes, new HashSet<>());
    ElementPath place = at.parent().child(at.last() + 1);
    piece.insert(at.parent(), place.last(), copy);
    texts.lead(Keys.of(Workpiece.all(element)), Keys.of(Workpiece.all(piece.element(place))));
    piece.texts(texts::in);
    return piece.form();
  }

  /** A copy is asked for while its original is; what is copied along is asked instead. */
  private static void requirements(Workpiece piece, Ground ground, Map<Scope, Scope> scopes) {
    List<Requirement> all = new ArrayList<>();
    for (Requirement each : Requirement.of(ground.schema().object(piece.form().schema()))) {
      all.add(each);
      Scope to = scopes.get(each.field());
      if (to != null) {
        RuleJson.changed(
                each.when(),
                fits ->
                    Optional.of(
                        new Fits(
                            scopes.getOrDefault(fits.scope(), fits.scope()),
                            fits.schema(),
                            fits.whenAbsent())))
            .ifPresent(when -> all.add(new Requirement(to, when)));
      }
    }
    if (all.stream().anyMatch(each -> scopes.containsValue(each.field()))) {
      piece.schema(ground.schema(), each -> Requirement.replaced(each, all));
    }
  }

  /** The copy of a field stands right behind it. */
  private static JsonObject copied(JsonObject object, String from, String to) {
    JsonObject.Builder all = JsonObject.builder();
    if (object.get("properties") instanceof JsonObject properties) {
      properties.forEach((name, schema) -> {
        all.put(name, schema);
        if (name.equals(from)) {
          all.put(to, schema);
        }
      });
    }
    JsonObject changed = object.with("properties", all.build());
    return object.get("required") instanceof JsonArray required && required.contains(from)
        ? SetRequired.with(changed, to, true)
        : changed;
  }

  /** An element whose scopes, rules and keys are those of the copy. */
  private static JsonObject renamed(
      Form form, JsonObject element, Map<Scope, Scope> scopes, Set<String> given) {
    JsonObject copy = Scopes.replaced(element, scopes);
    if (element.get("i18n") instanceof String key) {
      String fresh = FreshKey.in(form, given, key);
      given.add(fresh);
      copy = copy.with("i18n", fresh);
    }
    if (element.get("elements") instanceof JsonArray all) {
      List<@Nullable Object> copies = new ArrayList<>();
      for (Object each : all) {
        copies.add(each instanceof JsonObject one ? renamed(form, one, scopes, given) : each);
      }
      copy = copy.with("elements", JsonArray.copyOf(copies));
    }
    return copy;
  }

  @Override
  public String label() {
    return "Duplicate";
  }
}
