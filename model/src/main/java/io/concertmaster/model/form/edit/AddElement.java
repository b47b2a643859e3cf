package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Adds a new element with its field and a first text.
 *
 * @param parent in what it comes to stand; for a page the outermost element. A form without pages
 *     gets them then, the first with all that was there
 * @param position before which of the elements there, from 0
 */
public record AddElement(ElementPath parent, int position, Part part) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    if (part == Part.PAGE) {
      return page(piece);
    }
    if (!holds(piece.element(parent))) {
      throw new IllegalArgumentException("nothing can stand in what is at " + parent);
    }
    return part.isField() ? field(piece) : other(piece, position);
  }

  /** Whether elements other than pages can stand in one. */
  public static boolean holds(FormElement element) {
    return element instanceof FormElement.Page
        || element instanceof FormElement.Section
        || element instanceof FormElement.Columns
        || element instanceof FormElement.Stack;
  }

  private Form field(Workpiece piece) {
    Ground ground = piece.ground(parent);
    String name = FreshKey.field(piece, ground, Scope.ROOT.field(part.base())).last();
    piece.schema(
        ground.schema(),
        object -> {
          JsonObject properties =
              object.get("properties") instanceof JsonObject there ? there : JsonObject.empty();
          return object.with("properties", properties.with(name, part.schema()));
        });
    piece.insert(parent, position, part.element().with("scope", Scope.ROOT.field(name).toString()));
    String key = ground.prefix() + name;
    String language = piece.language();
    piece.text(language, key + ".label", part.label());
    if (part.schema().toString().contains("\"first\"")) {
      piece.text(language, key + ".first", "First choice");
      piece.text(language, key + ".second", "Second choice");
    }
    if (part == Part.REPEATED) {
      piece.text(language, key + ".entry", "entry");
      piece.text(language, key + ".text.label", Part.TEXT.label());
    }
    return piece.form();
  }

  private Form other(Workpiece piece, int place) {
    if (part == Part.COLUMNS) {
      piece.insert(parent, place, part.element());
      return piece.form();
    }
    String key = FreshKey.in(piece.form(), part.base());
    JsonObject element = part.element();
    piece.insert(
        parent, place, JsonObject.of("type", element.get("type"), "i18n", key).withAll(element));
    String language = piece.language();
    if (part == Part.WORDS) {
      piece.text(language, key + ".text", "Say here what people should know.");
    } else if (part == Part.PAGE) {
      int number = Workpiece.elements(piece.json(ElementPath.ROOT)).size();
      piece.text(language, key + ".label", part.label() + " " + number);
    } else {
      piece.text(language, key + ".label", part.label());
    }
    return piece.form();
  }

  private Form page(Workpiece piece) {
    if (!parent.isRoot()) {
      throw new IllegalArgumentException("pages stand in the form itself, not in " + parent);
    }
    if (piece.element(ElementPath.ROOT) instanceof FormElement.Pages) {
      return other(piece, position);
    }
    String key = FreshKey.in(piece.form(), part.base());
    piece.change(
        ElementPath.ROOT,
        root -> {
          boolean plain = "VerticalLayout".equals(root.get("type")) && !root.containsKey("rule");
          JsonArray all = plain ? Workpiece.elements(root) : JsonArray.of((@Nullable Object) root);
          JsonObject first = JsonObject.of("type", "Category", "i18n", key).with("elements", all);
          return JsonObject.of("type", "Categorization", "elements", JsonArray.of(first));
        });
    piece.text(piece.language(), key + ".label", part.label() + " 1");
    return other(piece, 1);
  }

  @Override
  public String label() {
    return "Add " + part.label().toLowerCase(java.util.Locale.ROOT);
  }
}
