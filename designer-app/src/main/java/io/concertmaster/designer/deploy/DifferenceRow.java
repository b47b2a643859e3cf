package io.concertmaster.designer.deploy;

import java.util.Optional;

/**
 * A line of what a deployment changes.
 *
 * @param text what it is about
 * @param detail what happens to it; may be empty
 * @param node id of the node of the workflow in front that it is about, to be shown by a click
 */
record DifferenceRow(Kind kind, String text, String detail, Optional<String> node) {
  /** What a line tells. */
  enum Kind {
    WORKFLOW("mdal-account_tree", "document"),
    FORM("mdal-assignment", "document"),
    ADDED("mdal-add", "added"),
    REMOVED("mdmz-remove", "removed"),
    CHANGED("mdal-edit", "changed"),
    VALUE("", "value"),
    ERROR("mdal-error_outline", "error"),
    WARNING("mdmz-warning", "warning"),
    REMARK("mdal-info", "remark");

    private final String icon;
    private final String style;

    Kind(String icon, String style) {
      this.icon = icon;
      this.style = style;
    }

    /** The icon; empty for none. */
    String icon() {
      return icon;
    }

    /** The style class. */
    String style() {
      return style;
    }
  }

  DifferenceRow(Kind kind, String text, String detail) {
    this(kind, text, detail, Optional.empty());
  }

  /** All of it in words, for tooltips and screen readers. */
  String whole() {
    String what =
        switch (kind) {
          case WORKFLOW -> "Workflow ";
          case FORM -> "Form ";
          case ADDED -> "New: ";
          case REMOVED -> "Gone: ";
          case CHANGED -> "Changed: ";
          case ERROR -> "Error: ";
          case WARNING -> "Warning: ";
          case VALUE, REMARK -> "";
        };
    return what + text + (detail.isEmpty() ? "" : ": " + detail);
  }
}
