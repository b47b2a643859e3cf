package io.concertmaster.designer.listen;

import io.concertmaster.engine.Opening;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trigger of a workflow as it stands in the window, and what it would listen to.
 *
 * @param node its id
 * @param name its name
 * @param listening what it waits for; empty where a setting does not let it
 * @param opening how it is called; empty where nobody calls it
 * @param problem why it cannot listen, or nobody may call it
 */
public record Trigger(
    String node,
    String name,
    Optional<Listening> listening,
    Optional<Opening> opening,
    Optional<String> problem) {
  /** The triggers of a workflow that listen, or would if their settings let them. */
  public static List<Trigger> of(Workflow workflow, NodeCatalog catalog, Path folder) {
    List<Trigger> all = new ArrayList<>();
    workflow
        .nodes()
        .keySet()
        .forEach(node -> of(workflow, node, catalog, folder).ifPresent(all::add));
    return all;
  }

  /** One node of a workflow, where it is a trigger that listens. */
  public static Optional<Trigger> of(
      Workflow workflow, String node, NodeCatalog catalog, Path folder) {
    NodeDefinition definition = workflow.nodes().get(node);
    if (definition == null || definition.disabled()) {
      return Optional.empty();
    }
    Optional<NodeType> type =
        catalog
            .find(definition.type(), definition.version())
            .filter(each -> each.descriptor().isTrigger());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = workflow.settings().timezone().orElseGet(ZoneId::systemDefault);
    try {
      return type.get()
          .listening(definition.parameters(), zone, Instant.now())
          .map(listening -> listens(workflow, node, definition.name(), folder, listening));
    } catch (NodeException e) {
      return Optional.of(
          new Trigger(
              node,
              definition.name(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(String.valueOf(e.getMessage()))));
    }
  }

  private static Trigger listens(
      Workflow workflow, String node, String name, Path folder, Listening listening) {
    Optional<Opening> opening =
        switch (listening) {
          case Listening.Clock clock -> Optional.empty();
          case Listening.Files files -> Optional.empty();
          case Listening.Call call -> Optional.of(Opening.of(workflow, node, folder, call));
          case Listening.Form form -> Optional.of(Opening.of(workflow, node, folder, form));
        };
    Trigger open = new Trigger(node, name, Optional.of(listening), opening, Optional.empty());
    return open.isLocked()
        ? new Trigger(
            node,
            name,
            Optional.of(listening),
            opening,
            Optional.of(
                "Nobody may call it here: what callers must bring is kept on servers only."))
        : open;
  }

  /** Whether callers must bring what is kept on servers only. */
  public boolean isLocked() {
    return opening
        .filter(each ->
            each.listening() instanceof Listening.Call call
                && !"none".equals(call.settings().getOrDefault("authentication", "none")))
        .isPresent();
  }

  /** What it waits for, in plain words; empty where it does not listen. */
  public Optional<String> words() {
    return listening.map(Listening::words);
  }

  /** What it waits for, where that is files. */
  public Optional<Listening.Files> files() {
    return listening.filter(Listening.Files.class::isInstance).map(Listening.Files.class::cast);
  }

  /** Where it is called, behind the address of a door; empty where nobody calls it. */
  public Optional<String> path() {
    return opening.flatMap(Opening::path);
  }

  /** Whether a browser that goes to its address calls it. */
  public boolean isForBrowsers() {
    return opening
        .map(Opening::listening)
        .filter(each ->
            each instanceof Listening.Form
                || (each instanceof Listening.Call call
                    && call.methods().contains("GET")
                    && !call.path().contains(":")))
        .isPresent();
  }
}
