package io.concertmaster.model.check;

import io.concertmaster.model.Workflow;
import java.util.Optional;

/**
 * Something that is wrong with a workflow or a form.
 *
 * @param severity whether it keeps the workflow from running, or the form from being filled in
 * @param code what kind of problem it is
 * @param nodeId the node concerned; empty where it is about the whole
 * @param property the path of the parameter in the node, such as {@code conditions[0].left}; of a
 *     form the place in its file, such as {@code schema.properties.email.pattern}; empty where it
 *     is about the node, or the form as a whole
 * @param message what is wrong and what to do, in one line, without the node's name
 */
public record Problem(
    Severity severity, Code code, Optional<String> nodeId, String property, String message) {
  /** Whether it keeps the workflow from running. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The whole line, with the node's name and the property, for lists and terminals. */
  public String line(Workflow workflow) {
    return line(nodeId.map(workflow::nameOf).orElse(""));
  }

  /** The whole line of a problem that no node has. */
  public String line() {
    return line("");
  }

  private String line(String name) {
    String place = name + (name.isEmpty() || property.isEmpty() ? "" : ", ") + property;
    return (place.isEmpty() ? "" : place + ": ") + message;
  }
}
