package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an XML text of a record, indented by two blanks.
 *
 * @param attributeKey the field of an object whose fields are attributes
 * @param textKey the field of an object that is its text
 * @param rootName the name of the root element where the record has more than one field
 * @param declaration whether the text begins with {@code <?xml … ?>}
 * @param cdata whether texts with special characters stand in CDATA sections
 */
record XmlWriting(
    String attributeKey, String textKey, String rootName, boolean declaration, boolean cdata) {
  /** The root's name for which a record with one field gives its own. */
  private static final String USUAL_ROOT = "root";

  private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.·-]*");

  static XmlWriting of(Parameters settings) throws NodeException {
    return new XmlWriting(
        settings.requiredText("attributeKey"),
        settings.requiredText("textKey"),
        settings.requiredText("rootName"),
        settings.flag("declaration"),
        settings.flag("cdata"));
  }

  /** The text of a record. */
  String write(JsonObject record) throws NodeException {
    StringBuilder xml = new StringBuilder();
    if (declaration) {
      xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }
    boolean own = record.size() == 1 && rootName.equals(USUAL_ROOT);
    element(xml, "", own ? record.shape().name(0) : rootName, own ? record.slot(0) : record);
    return xml.toString().stripTrailing();
  }

  private void element(StringBuilder xml, String indent, String name, @Nullable Object value)
      throws NodeException {
    if (!NAME.matcher(name).matches()) {
      throw new NodeException(
          "“" + name + "” cannot be the name of an XML element: rename the field first");
    }
    xml.append(indent).append('<').append(name);
    StringBuilder children = new StringBuilder();
    String text = "";
    switch (value) {
      case JsonObject object -> {
        if (object.get(attributeKey) instanceof JsonObject attributes) {
          attributes(xml, attributes);
        }
        Object own = object.get(textKey);
        text = own == null ? "" : text(own);
        for (Map.Entry<String, @Nullable Object> field : object.entrySet()) {
          if (!field.getKey().equals(textKey)
              && !(field.getKey().equals(attributeKey) && field.getValue() instanceof JsonObject)) {
            field(children, indent + "  ", field.getKey(), field.getValue());
          }
        }
      }
      case JsonArray list -> {
        for (Object entry : list) {
          if (entry instanceof JsonObject object) {
            for (Map.Entry<String, @Nullable Object> field : object.entrySet()) {
              field(children, indent + "  ", field.getKey(), field.getValue());
            }
          }
        }
      }
      case null -> {}
      default -> text = text(value);
    }
    close(xml, indent, name, text, children);
  }

  private void field(StringBuilder xml, String indent, String name, @Nullable Object value)
      throws NodeException {
    if (value instanceof JsonArray list) {
      for (Object entry : list) {
        element(xml, indent, name, entry);
      }
    } else {
      element(xml, indent, name, value);
    }
  }

  private static void close(
      StringBuilder xml, String indent, String name, String text, StringBuilder children) {
    if (text.isEmpty() && children.isEmpty()) {
      xml.append("/>\n");
    } else if (children.isEmpty()) {
      xml.append('>').append(text).append("</").append(name).append(">\n");
    } else {
      xml.append(">\n");
      if (!text.isEmpty()) {
        xml.append(indent).append("  ").append(text).append('\n');
      }
      xml.append(children).append(indent).append("</").append(name).append(">\n");
    }
  }

  private static void attributes(StringBuilder xml, JsonObject attributes) throws NodeException {
    for (Map.Entry<String, @Nullable Object> attribute : attributes.entrySet()) {
      if (!NAME.matcher(attribute.getKey()).matches()) {
        throw new NodeException("“" + attribute.getKey() + "” cannot be the name of an attribute");
      }
      Object value = attribute.getValue();
      xml.append(' ')
          .append(attribute.getKey())
          .append("=\"")
          .append(
              plain(value == null ? "" : value)
                  .replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace("\"", "&quot;")
                  .replace("\t", "&#x9;")
                  .replace("\n", "&#xA;")
                  .replace("\r", "&#xD;"))
          .append('"');
    }
  }

  private String text(Object value) {
    String plain = plain(value);
    if (cdata && value instanceof String && plain.matches("(?s).*[<>&].*")) {
      return "<![CDATA[" + plain.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#xD;");
  }

  private static String plain(Object value) {
    return switch (value) {
      case Double number -> NumberText.of(number);
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
