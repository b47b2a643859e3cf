package io.concertmaster.nodes.file;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.ArrayList;
import java.util.List;

/** Settings and choices that reading a file and making one have in common. */
final class TableProperties {
  private TableProperties() {}

  /** The choice of a format: what comes first, the tables that both know, what comes last. */
  static Property format(List<Option> first, List<Option> last, String otherwise) {
    List<Option> options = new ArrayList<>(first);
    options.add(Option.of("json", "JSON"));
    options.add(Option.of("jsonLines", "JSON lines"));
    options.add(Option.of("xlsx", "Excel (XLSX)"));
    options.add(Option.of("xls", "Excel 97 to 2003 (XLS)"));
    options.add(Option.of("ods", "OpenDocument spreadsheet (ODS)"));
    options.add(Option.of("html", "HTML table"));
    options.add(Option.of("rtf", "RTF table"));
    options.addAll(last);
    return Property.of("format", "Format", choice(options)).defaultsTo(otherwise).literalOnly();
  }

  private static PropertyKind choice(List<Option> options) {
    return PropertyKind.choice(options.toArray(Option[]::new));
  }

  /** What separates the values of a CSV file: what comes first, then the known ones. */
  static PropertyKind delimiters(Option... first) {
    List<Option> options = new ArrayList<>(List.of(first));
    options.add(Option.of("comma", "Comma"));
    options.add(Option.of("semicolon", "Semicolon"));
    options.add(Option.of("tab", "Tab"));
    options.add(Option.of("pipe", "Pipe"));
    options.add(Option.of("custom", "Another"));
    return choice(options);
  }

  /** A delimiter of one's own. */
  static Property customDelimiter(String help) {
    return Property.of("customDelimiter", "Other delimiter", PropertyKind.text("~"))
        .help(help)
        .when("delimiter", "custom");
  }

  /** The name of the item's file. */
  static Property binaryProperty(String label) {
    return Property.of("binaryProperty", label, PropertyKind.text())
        .help("The name under which the item carries the file.")
        .defaultsTo("data");
  }
}
