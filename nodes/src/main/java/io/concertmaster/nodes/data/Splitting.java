package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the lists of an item are split into items. */
final class Splitting {
  private static final String FILES = "$files";

  private final FieldNaming naming;
  private final boolean wholeNames;
  private final boolean keepFiles;
  private final boolean mustExist;
  private final NoList noList;

  /** What the item's own settings say; names may differ from item to item. */
  private String fieldText = "";

  private String asText = "";
  private FieldChoice include = new FieldChoice.None();
  private List<Part> parts = List.of();

  /** What becomes of a value that is no list. */
  private enum NoList {
    ONE,
    VALUES,
    OBJECTS,
    ERROR
  }

  /**
   * One list.
   *
   * @param target where its elements go
   * @param files whether it stands for the item's files
   */
  private record Part(FieldPath source, FieldPath target, boolean files) {}

  private Splitting(Parameters settings) throws NodeException {
    naming = FieldNaming.of(settings);
    wholeNames = settings.flag("wholeNames");
    keepFiles = settings.flag("keepFiles");
    mustExist = settings.flag("mustExist");
    noList =
        switch (settings.text("noList")) {
          case "one" -> NoList.ONE;
          case "values" -> NoList.VALUES;
          case "objects" -> NoList.OBJECTS;
          case "error" -> NoList.ERROR;
          case String other ->
              throw new NodeException("“noList” cannot be “" + other + "”").atProperty("noList");
        };
  }

  /** What is the same for all items. */
  static Splitting of(Parameters settings) throws NodeException {
    return new Splitting(settings);
  }

  /** This splitting with the names that an item's settings give. */
  Splitting with(Parameters settings) throws NodeException {
    String fields = settings.requiredText("field");
    String targets = settings.text("as");
    if (!fields.equals(fieldText) || !targets.equals(asText) || parts.isEmpty()) {
      parts = parts(fields, targets, settings.text("include").equals("none"));
      fieldText = fields;
      asText = targets;
    }
    include = FieldChoice.of(settings, "include", "includeFields", naming);
    return this;
  }

  private List<Part> parts(String fields, String targets, boolean alone) throws NodeException {
    List<String> sources = names(fields);
    List<String> as = names(targets);
    if (!as.isEmpty() && as.size() != sources.size()) {
      throw new NodeException(
              "“as” has " + as.size() + " names for " + sources.size() + " lists: give one each")
          .atProperty("as");
    }
    List<Part> made = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      String source = sources.get(i);
      FieldPath path = naming.path(source);
      FieldPath target =
          !as.isEmpty()
              ? target(as.get(i))
              : wholeNames
                  ? FieldPath.ofName(source)
                  : alone ? FieldPath.ofName(path.lastName()) : path;
      made.add(new Part(path, target, source.equals(FILES)));
    }
    return List.copyOf(made);
  }

  private FieldPath target(String name) {
    return wholeNames ? FieldPath.ofName(name) : naming.path(name);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Writes an item for each element. */
  void split(Item item, Output output) throws NodeException, InterruptedException {
    JsonObject others =
        wholeNames && include instanceof FieldChoice.Only only
            ? only.underWholeNames(item.json())
            : include.of(item.json());
    for (Part part : parts) {
      others = part.source.remove(others);
    }
    boolean objectsAreItems =
        parts.size() == 1 && asText.isEmpty() && include instanceof FieldChoice.None;
    List<JsonArray> lists = new ArrayList<>();
    List<Map.Entry<String, BinaryData>> files = List.of();
    int longest = 0;
    for (Part part : parts) {
      if (part.files) {
        files = item.binary().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
      }
      JsonArray list = part.files ? JsonArray.empty() : elements(part.source, item.json());
      lists.add(list);
      longest = Math.max(longest, Math.max(list.size(), files.size()));
    }
    for (int at = 0; at < longest; at++) {
      JsonObject record = others;
      for (int i = 0; i < lists.size(); i++) {
        if (at < lists.get(i).size()) {
          Object element = lists.get(i).get(at);
          record =
              objectsAreItems && element instanceof JsonObject object
                  ? object
                  : objectsAreItems && element instanceof JsonArray list && noList == NoList.VALUES
                      ? numbered(list)
                      : parts.get(i).target.set(record, element);
        }
      }
      Item made = keepFiles ? item.withJson(record) : Item.of(record);
      output.add(at < files.size() ? made.withBinary(Map.ofEntries(files.get(at))) : made);
    }
  }

  private JsonArray elements(FieldPath field, JsonObject record) throws NodeException {
    Object value = field.get(record);
    if (value == null && !field.isIn(record)) {
      if (mustExist) {
        throw new NodeException("There is no field “" + field.text() + "” in the item")
            .atProperty("field");
      }
      return JsonArray.empty();
    }
    return switch (value) {
      case JsonArray list -> list;
      case JsonObject object when noList == NoList.VALUES || noList == NoList.OBJECTS ->
          JsonArray.copyOf(object.values());
      case null, default ->
          switch (noList) {
            case ONE -> value == null ? JsonArray.empty() : JsonArray.of(value);
            case VALUES -> JsonArray.ofValues(new @Nullable Object[] {value});
            case OBJECTS, ERROR ->
                throw new NodeException(
                        "The provided field '"
                            + field.text()
                            + "' is not an array"
                            + (noList == NoList.OBJECTS ? " or object" : ""))
                    .atProperty("field");
          };
    };
  }

  private static JsonObject numbered(JsonArray list) {
    JsonObject.Builder fields = JsonObject.builder();
    for (int i = 0; i < list.size(); i++) {
      fields.put(String.valueOf(i), list.get(i));
    }
    return fields.build();
  }
}
