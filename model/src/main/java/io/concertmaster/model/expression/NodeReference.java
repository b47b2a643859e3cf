package io.concertmaster.model.expression;

/**
 * A place in an expression that speaks of a node by its name.
 *
 * @param name the node's name
 * @param form how the name is written
 * @param start the first character that a rename replaces, counted in the whole parameter
 * @param end the character after the last one
 */
public record NodeReference(String name, Form form, int start, int end) {
  /** How a name is written. */
  public enum Form {
    /** As a string: {@code $('Name')}, {@code $node["Name"]}; the place includes the quotes. */
    STRING,
    /** As a member: {@code $node.Name}; the place includes the dot. */
    MEMBER
  }

  /** What has to stand at the place for a node of another name. */
  public String written(String newName) {
    String quoted =
        "\""
            + newName
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("}}", "}\\}")
            + "\"";
    return form == Form.MEMBER ? "[" + quoted + "]" : quoted;
  }
}
