package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of an XML text. Neither a DTD nor an external entity is ever read.
 *
 * @param attributeKey where attributes go that are kept apart
 * @param textKey where the text of an element goes that has more than text
 * @param attributes {@code merge}, {@code apart} or {@code none}
 * @param lists whether every element is a list, of one where it stands alone
 * @param keepRoot whether the root element's name is part of the result
 * @param trim whether blanks around texts are left out
 * @param normalize whether of several blanks one stays
 * @param lowerCase whether names of elements are written small
 */
record XmlReading(
    String attributeKey,
    String textKey,
    String attributes,
    boolean lists,
    boolean keepRoot,
    boolean trim,
    boolean normalize,
    boolean lowerCase) {
  private static final int DEEPEST = 256;

  static XmlReading of(Parameters settings) throws NodeException {
    return new XmlReading(
        settings.requiredText("attributeKey"),
        settings.requiredText("textKey"),
        settings.text("attributes"),
        settings.flag("lists"),
        settings.flag("keepRoot"),
        settings.flag("trim"),
        settings.flag("normalize"),
        settings.flag("lowerCase"));
  }

  /** An element that is being read. */
  private static final class Open {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Object>> fields = new LinkedHashMap<>();
    private boolean marked;
    private boolean apart;

    private Open(String name) {
      this.name = name;
    }

    private void add(String field, Object value) {
      fields.computeIfAbsent(field, absent -> new ArrayList<>(1)).add(value);
    }
  }

  /** The record of a text. */
  JsonObject read(String xml) throws NodeException, InterruptedException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      throw new NodeException(
          "This is no XML: line "
              + e.getLocation().getLineNumber()
              + ", column "
              + e.getLocation().getColumnNumber()
              + ": "
              + reason,
          e);
    }
  }

  private JsonObject read(XMLStreamReader reader)
      throws XMLStreamException, NodeException, InterruptedException {
    Deque<Open> stack = new ArrayDeque<>();
    JsonObject result = JsonObject.empty();
    while (reader.hasNext()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled while XML was read");
      }
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (stack.size() == DEEPEST) {
            throw new NodeException("The XML has more than " + DEEPEST + " levels");
          }
          stack.push(opened(reader));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
            stack.element().text.append(reader.getText());
        case XMLStreamConstants.CDATA -> {
          stack.element().text.append(reader.getText());
          stack.element().marked = true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Open closed = stack.pop();
          Object value = value(closed);
          if (stack.isEmpty()) {
            result = result(closed.name, value);
          } else {
            stack.element().add(closed.name, value);
          }
        }
        default -> {}
      }
    }
    return result;
  }

  private JsonObject result(String name, Object value) {
    if (keepRoot) {
      return JsonObject.of(name, value);
    }
    return value instanceof JsonObject object ? object : JsonObject.of(textKey, value);
  }

  private Open opened(XMLStreamReader reader) {
    String name = name(reader.getPrefix(), reader.getLocalName());
    Open open = new Open(lowerCase ? name.toLowerCase(Locale.ROOT) : name);
    JsonObject.Builder apart = JsonObject.builder();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
      String value = reader.getAttributeValue(i);
      if (attributes.equals("merge")) {
        open.add(attribute, value);
      } else {
        apart.put(attribute, value);
      }
    }
    if (attributes.equals("apart") && reader.getAttributeCount() > 0) {
      open.add(attributeKey, apart.build());
      open.apart = true;
    }
    return open;
  }

  private static String name(@Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private Object value(Open element) {
    String text = element.text.toString();
    JsonObject fields = fields(element);
    if (text.isBlank() && !element.marked) {
      return fields.isEmpty() ? text : fields;
    }
    String kept = trim ? text.strip() : text;
    kept = normalize ? kept.replaceAll("\\s{2,}", " ").strip() : kept;
    return fields.isEmpty() ? kept : JsonObject.of(textKey, kept).withAll(fields);
  }

  /** The fields of an element; what came more than once with the same name is a list. */
  private JsonObject fields(Open element) {
    JsonObject.Builder record = JsonObject.builder();
    element.fields.forEach((name, values) -> {
      boolean bare = !lists || (element.apart && name.equals(attributeKey));
      record.put(name, bare && values.size() == 1 ? values.getFirst() : JsonArray.copyOf(values));
    });
    return record.build();
  }
}
