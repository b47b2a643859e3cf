package io.concertmaster.nodes.form;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A form's file, read when a person is asked: later changes of it do not touch what is asked then.
 */
final class FormFile {
  private FormFile() {}

  /**
   * What the file says.
   *
   * @param name as the setting names it, relative to the workflow's folder
   */
  static JsonObject read(NodeContext context, String name) throws NodeException {
    Path file = context.path(name);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(NodeMemory.LIMIT + 1);
      if (bytes.length > NodeMemory.LIMIT) {
        throw wrong("is larger than a million bytes: make the form smaller", name);
      }
      if (Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof JsonObject form
          && form.get("schema") instanceof JsonObject) {
        return form;
      }
      throw wrong("is no form: choose a *.form.json", name);
    } catch (NoSuchFileException e) {
      throw wrong("is not there: choose a *.form.json beside the workflow", name);
    } catch (IOException e) {
      throw wrong("cannot be read: " + e.getMessage(), name);
    } catch (JsonException e) {
      throw wrong("is no JSON: " + e.getMessage(), name);
    }
  }

  private static NodeException wrong(String what, String name) {
    return new NodeException("the form “" + name + "” " + what).atProperty("form");
  }
}
