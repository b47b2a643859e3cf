package io.concertmaster.engine;

import io.concertmaster.node.Listening;
import java.nio.file.Path;
import java.util.Map;

/**
 * A trigger of an active workflow that others call: a program by an address, or a person by a form.
 *
 * @param workflowId the workflow's id
 * @param workflowName its name
 * @param node id of the trigger
 * @param nodeName its name
 * @param credentials names of credentials by what the trigger needs them for
 * @param folder where relative paths of its settings start
 * @param listening what it waits for: a call or a form
 */
public record Opening(
    String workflowId,
    String workflowName,
    String node,
    String nodeName,
    Map<String, String> credentials,
    Path folder,
    Listening listening) {
  public Opening {
    credentials = Map.copyOf(credentials);
  }
}
