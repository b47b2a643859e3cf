package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.NumberLike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to work out for each group.
 *
 * @param field whose values; of none, items are counted
 * @param as where the result goes
 * @param separator between joined texts
 * @param skipEmpty whether an empty text counts as missing
 * @param keepEmpty whether missing values are taken like others
 * @param likeNumbers whether texts that look like numbers count as numbers
 */
record Calculation(
    Operation operation,
    Optional<FieldPath> field,
    FieldPath as,
    String separator,
    boolean skipEmpty,
    boolean keepEmpty,
    boolean likeNumbers) {
  /** Stands for a value that does not count. */
  enum Nothing {
    NOTHING
  }

  /** What can be worked out. */
  enum Operation {
    COUNT("count", "Count"),
    COUNT_UNIQUE("countUnique", "Count different values"),
    SUM("sum", "Sum"),
    AVERAGE("average", "Average"),
    MIN("min", "Smallest"),
    MAX("max", "Largest"),
    FIRST("first", "First value"),
    LAST("last", "Last value"),
    CONCATENATE("concatenate", "Joined texts"),
    APPEND("append", "List of values");

    private final String id;
    private final String label;

    Operation(String id, String label) {
      this.id = id;
      this.label = label;
    }

    static Option[] options() {
      return Arrays.stream(values())
          .map(each -> Option.of(each.id, each.label))
          .toArray(Option[]::new);
    }
  }

  /** The calculations that the settings ask for. */
  static List<Calculation> of(Parameters settings, FieldNaming naming) throws NodeException {
    List<Calculation> calculations = new ArrayList<>();
    for (Parameters entry : settings.entries("calculate")) {
      calculations.add(of(entry, "calculate[" + calculations.size() + "]", settings, naming));
    }
    return List.copyOf(calculations);
  }

  private static Calculation of(
      Parameters entry, String path, Parameters settings, FieldNaming naming) throws NodeException {
    String id = entry.text("operation");
    Operation operation =
        Arrays.stream(Operation.values())
            .filter(each -> each.id.equals(id))
            .findFirst()
            .orElseThrow(() ->
                new NodeException("“" + id + "” is nothing that can be worked out")
                    .atProperty(path + ".operation"));
    String field = entry.text("field");
    if (field.isEmpty() && operation != Operation.COUNT) {
      throw new NodeException("“" + operation.label + "” needs a field: which values?")
          .atProperty(path + ".field");
    }
    String as = entry.text("as");
    String made = field.isEmpty() ? id : id + "_" + field.replace('.', '_');
    return new Calculation(
        operation,
        field.isEmpty() ? Optional.empty() : Optional.of(naming.path(field)),
        naming.path(as.isEmpty() ? made : as),
        entry.text("separator"),
        settings.flag("skipEmpty"),
        entry.flag("keepEmpty"),
        !settings.text("texts").equals("texts"));
  }

  /** A tally of nothing. */
  Tally start() {
    return switch (operation) {
      case COUNT -> new Tally.Count();
      case COUNT_UNIQUE -> new Tally.Different();
      case SUM -> new Tally.Sum(false);
      case AVERAGE -> new Tally.Sum(true);
      case MIN -> new Tally.Extreme(false, likeNumbers);
      case MAX -> new Tally.Extreme(true, likeNumbers);
      case FIRST -> new Tally.End(false);
      case LAST -> new Tally.End(true);
      case CONCATENATE -> new Tally.Collected(separator);
      case APPEND -> new Tally.Collected(null);
    };
  }

  /** Whether a record does not have the field at all. */
  boolean lacks(JsonObject record) {
    return field.isPresent() && !field.get().isIn(record);
  }

  /**
   * The value of a record that counts; {@link Nothing} where none does.
   *
   * @throws NodeException when it should be a number and is none
   */
  @Nullable Object valueOf(JsonObject record) throws NodeException {
    if (field.isEmpty()) {
      return record;
    }
    Object value = field.get().get(record);
    if (value == null || (value instanceof String text && text.isEmpty() && skipEmpty)) {
      return keepEmpty ? value : Nothing.NOTHING;
    }
    if (operation != Operation.SUM && operation != Operation.AVERAGE) {
      return value;
    }
    if (!likeNumbers) {
      return value instanceof Number ? value : Nothing.NOTHING;
    }
    Number number = NumberLike.of(value);
    if (number == null) {
      throw new NodeException(
          "“" + field.get().text() + "” must be a number, not " + Json.write(value));
    }
    return number;
  }
}
