package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The body of a request.
 *
 * @param contentType empty where there is no body
 */
record Body(BodyPublisher publisher, String contentType) {
  static Body none() {
    return new Body(BodyPublishers.noBody(), "");
  }

  /** The body that the settings ask for. */
  static Body of(NodeContext context, Parameters settings, Item item) throws NodeException {
    return switch (settings.text("body")) {
      case "json" -> json(settings);
      case "fields" -> fields(settings);
      case "form" -> form(settings);
      case "multipart" -> multipart(context, settings, item);
      case "text" ->
          new Body(
              BodyPublishers.ofString(settings.text("text")), settings.requiredText("contentType"));
      case "file" -> {
        BinaryData file = file(item, settings.requiredText("bodyFile"), "bodyFile");
        yield new Body(publisher(context, file), file.mimeType());
      }
      default -> none();
    };
  }

  private static Body json(Parameters settings) throws NodeException {
    Object value = settings.value("json");
    String text;
    if (value instanceof String written) {
      try {
        text = Json.write(Json.parse(written));
      } catch (JsonException e) {
        throw new NodeException("The JSON of the body cannot be read: " + e.getMessage(), e)
            .atProperty("json");
      }
    } else {
      text = Json.write(value);
    }
    return new Body(BodyPublishers.ofString(text), "application/json");
  }

  private static Body fields(Parameters settings) throws NodeException {
    JsonObject.Builder object = JsonObject.builder();
    for (Parameters entry : settings.entries("fields")) {
      String name = entry.text("name");
      if (!name.isEmpty()) {
        object.put(name, entry.value("value"));
      }
    }
    return new Body(BodyPublishers.ofString(Json.write(object.build())), "application/json");
  }

  private static Body form(Parameters settings) throws NodeException {
    String text =
        Pairs.texts(settings, "form").stream()
            .map(pair -> Addresses.encode(pair.getKey()) + "=" + Addresses.encode(pair.getValue()))
            .collect(Collectors.joining("&"));
    return new Body(BodyPublishers.ofString(text), "application/x-www-form-urlencoded");
  }

  private static Body multipart(NodeContext context, Parameters settings, Item item)
      throws NodeException {
    String boundary = "concertmaster-" + UUID.randomUUID();
    List<BodyPublisher> publishers = new ArrayList<>();
    for (Parameters part : settings.entries("parts")) {
      String head =
          "--"
              + boundary
              + "\r\nContent-Disposition: form-data; name=\""
              + quoted(part.requiredText("name"))
              + "\"";
      if (part.text("kind").equals("file")) {
        BinaryData file = file(item, part.requiredText("file"), "parts");
        String rest = "; filename=\"" + quoted(file.fileName()) + "\"\r\nContent-Type: ";
        publishers.add(BodyPublishers.ofString(head + rest + file.mimeType() + "\r\n\r\n"));
        publishers.add(publisher(context, file));
        publishers.add(BodyPublishers.ofString("\r\n"));
      } else {
        publishers.add(BodyPublishers.ofString(head + "\r\n\r\n" + part.text("value") + "\r\n"));
      }
    }
    publishers.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return new Body(
        BodyPublishers.concat(publishers.toArray(BodyPublisher[]::new)),
        "multipart/form-data; boundary=" + boundary);
  }

  /** Text inside quotes, as browsers write names in multipart forms (WHATWG HTML §4.10.21.8). */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher publisher(NodeContext context, BinaryData file) {
    BodyPublisher bytes = BodyPublishers.ofInputStream(() -> open(context, file));
    return file.size() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(bytes, file.size());
  }

  private static InputStream open(NodeContext context, BinaryData file) {
    try {
      return context.binaries().open(file);
    } catch (NodeException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static BinaryData file(Item item, String name, String property) throws NodeException {
    BinaryData file = item.binary().get(name);
    if (file == null) {
      throw new NodeException("The item carries no file “" + name + "” to send")
          .atProperty(property);
    }
    return file;
  }
}
