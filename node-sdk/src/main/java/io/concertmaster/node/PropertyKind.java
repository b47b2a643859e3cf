package io.concertmaster.node;

import java.util.List;

/** What values a property takes, and how people enter them. */
public sealed interface PropertyKind {
  /**
   * Text.
   *
   * @param placeholder grey text in the empty field; may be empty
   * @param lines how many lines the field shows, from 1
   */
  record Text(String placeholder, int lines) implements PropertyKind {}

  /**
   * A number.
   *
   * @param whole whether only integers are right
   * @param min the smallest value that is right
   * @param max the largest value that is right
   */
  record Numeric(boolean whole, double min, double max) implements PropertyKind {}

  /** On or off. */
  record Flag() implements PropertyKind {}

  /** One of a few named values. */
  record Choice(List<Option> options) implements PropertyKind {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * Several of a few named values: a list of them, in their order.
   *
   * @param numbers whether they are whole numbers in files, and not texts
   */
  record Several(List<Option> options, boolean numbers) implements PropertyKind {
    public Several {
      options = List.copyOf(options);
    }
  }

  /** Several texts: a list, one a line for people. */
  record Lines(String placeholder) implements PropertyKind {}

  /**
   * The path of a file or folder on this machine; relative ones start at the workflow file's
   * folder.
   */
  record Path(Target target) implements PropertyKind {}

  /**
   * The name of a field, or of a field inside fields by dots; the inspector offers those of the
   * input.
   */
  record FieldName() implements PropertyKind {}

  /** Several names of fields: a list of texts. */
  record FieldNames() implements PropertyKind {}

  /**
   * Text in a language, in an editor of its own.
   *
   * @param language {@code sql} or {@code json} or {@code javascript} or {@code markdown}
   */
  record Code(String language) implements PropertyKind {}

  /** Any JSON value. */
  record Data() implements PropertyKind {}

  /**
   * Conditions that an item meets or not: a list of objects {@code {left, is, right, as?}}, where
   * {@code is} is the name of an {@link Operator} and {@code as} that of a {@link ComparedAs}.
   */
  record Conditions() implements PropertyKind {}

  /**
   * Several entries of the same form: a list of objects.
   *
   * @param entry what one entry is called, such as {@code field}
   * @param properties the settings of one entry
   */
  record Entries(String entry, List<Property> properties) implements PropertyKind {
    public Entries {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A few settings that belong together: an object.
   *
   * @param properties the settings in it
   */
  record Group(List<Property> properties) implements PropertyKind {
    public Group {
      properties = List.copyOf(properties);
    }
  }

  /** What a path points at. */
  enum Target {
    /** A file that is there. */
    FILE,
    /** A file to be written. */
    NEW_FILE,
    FOLDER,
    /** Files by a pattern with {@code *}, {@code ?} and {@code **}. */
    PATTERN,
    /** A form, {@code *.form.json}; editors offer those beside the workflow, and a new one. */
    FORM,
    /** Another workflow, {@code *.workflow.json}; offered likewise. */
    WORKFLOW
  }

  /**
   * One value of a choice.
   *
   * @param value the value in files
   * @param label the text people see
   * @param help a further sentence; may be empty
   */
  record Option(String value, String label, String help) {
    public static Option of(String value, String label) {
      return new Option(value, label, "");
    }
  }

  static PropertyKind text() {
    return new Text("", 1);
  }

  static PropertyKind text(String placeholder) {
    return new Text(placeholder, 1);
  }

  static PropertyKind wholeNumber(long min, long max) {
    return new Numeric(true, min, max);
  }

  static PropertyKind flag() {
    return new Flag();
  }

  static PropertyKind choice(Option... options) {
    return new Choice(List.of(options));
  }

  /** Several of these texts. */
  static PropertyKind several(Option... options) {
    return new Several(List.of(options), false);
  }

  static PropertyKind entries(String entry, Property... properties) {
    return new Entries(entry, List.of(properties));
  }
}
