package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import org.jspecify.annotations.Nullable;

/** Reads settings of an n8n node that we take as literals only, and says where one is none. */
record Options(ForeignNode node, Findings findings) {
  /** A flag. */
  boolean flag(String path, boolean otherwise) {
    Object value = node.value(path);
    tell(path, value);
    return value instanceof Boolean flag ? flag : otherwise;
  }

  /** A text with one of a few values. */
  String choice(String path, String otherwise) {
    Object value = node.value(path);
    tell(path, value);
    if (!(value instanceof String text) || FieldNames.isDynamic(text)) {
      return otherwise;
    }
    String plain = text.startsWith("=") ? text.substring(1) : text;
    return plain.isEmpty() ? otherwise : plain;
  }

  /** A text or an expression. */
  String text(String path, String otherwise) {
    return node.value(path) instanceof String text ? text : otherwise;
  }

  private void tell(String path, @Nullable Object value) {
    if (value instanceof String text && FieldNames.isDynamic(text)) {
      findings.approximated(
          path, "an expression decides this in n8n; here it is a fixed setting: check it");
    }
  }
}
