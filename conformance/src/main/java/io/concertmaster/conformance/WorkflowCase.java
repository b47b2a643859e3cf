package io.concertmaster.conformance;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A workflow with the items that nodes must send.
 *
 * @param suite folder of the case, such as {@code cases}
 * @param node folder within the suite: the node that the case is about
 * @param name the file's name
 * @param file the workflow
 * @param oraclePass whether n8n itself passes the case; empty where nobody noted it
 */
record WorkflowCase(
    String suite, String node, String name, Path file, Optional<Boolean> oraclePass) {
  /** The name by which lists of cases call it. */
  String key() {
    return node + "/" + name;
  }

  /** The workflow's file as it is. */
  JsonObject content() throws IOException {
    return Json.parse(Files.readString(file)) instanceof JsonObject object
        ? object
        : JsonObject.empty();
  }
}
