package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a field another name in the data. Schema, controls, rules and texts of all languages
 * follow. A name under which other texts of the form stand is refused.
 *
 * @param at a control of the field
 * @param name letters, digits, {@code _} and {@code -}, beginning with a letter; at most 64
 */
public record RenameField(ElementPath at, String name) implements FormEdit {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

  /** Whether a text can be the name of a field. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  @Override
  public Form apply(Form before) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "“" + name + "” cannot be a key: use letters, digits, _ and -, and begin with a letter");
    }
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    Scope from = field.scope();
    if (from.last().equals(name)) {
      return before;
    }
    Ground ground = piece.ground(at);
    JsonPath object = ground.property(from.parent());
    if (object.object(piece.form().schema()).get("properties") instanceof JsonObject all
        && all.containsKey(name)) {
      throw new IllegalArgumentException(
          "another field has the key “" + name + "”: choose another");
    }
    Scope to = from.parent().field(name);
    List<String> keys = Keys.of(piece.all());
    Map<ElementPath, Scope> scopes = new LinkedHashMap<>();
    for (FormElement each : piece.all()) {
      if (each instanceof Field one
          && RuleJson.within(one.scope(), from)
          && piece.ground(one.at()).schema().equals(ground.schema())) {
        scopes.put(one.at(), RuleJson.moved(one.scope(), from, to));
      }
    }
    new Mentions(piece, ground, from).rename(to);
    piece.schema(object, each -> renamed(each, from.last()));
    scopes.forEach(
        (place, scope) -> piece.change(place, each -> each.with("scope", scope.toString())));
    KeyedTexts texts = new KeyedTexts(List.of());
    texts.lead(keys, Keys.of(piece.all()));
    texts.refuseTaken(piece.form());
    piece.texts(texts::in);
    return piece.form();
  }

  /** The order of fields stays. */
  private JsonObject renamed(JsonObject object, String old) {
    JsonObject changed = object;
    if (object.get("properties") instanceof JsonObject properties) {
      JsonObject.Builder all = JsonObject.builder();
      properties.forEach((each, schema) -> all.put(each.equals(old) ? name : each, schema));
      changed = changed.with("properties", all.build());
    }
    if (object.get("required") instanceof JsonArray required) {
      List<@Nullable Object> names = new ArrayList<>(required);
      names.replaceAll(each -> old.equals(each) ? name : each);
      changed = changed.with("required", JsonArray.copyOf(names));
    }
    return changed;
  }

  @Override
  public String label() {
    return "Rename to “" + name + "”";
  }
}
