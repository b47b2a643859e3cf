package io.concertmaster.designer.deploy;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.Part;
import io.concertmaster.deploy.Preview;
import io.concertmaster.designer.deploy.DifferenceRow.Kind;
import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.diff.FormChange;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.NodeChange;
import io.concertmaster.model.diff.ValueChange;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a deployment changes, in lines: document by document, node by node. */
final class DifferenceRows {
  /** Longer values are cut. */
  private static final int LONGEST = 400;

  private final List<DifferenceRow> rows = new ArrayList<>();
  private final Workflow front;

  private DifferenceRows(Workflow front) {
    this.front = front;
  }

  /**
   * The lines of a preview.
   *
   * @param front the workflow in front, in which nodes can be shown
   */
  static List<DifferenceRow> of(Bundle bundle, Preview preview, Workflow front) {
    DifferenceRows all = new DifferenceRows(front);
    for (Preview.Change each : preview.changes()) {
      all.add(each, nodes(bundle, each));
    }
    bundle.remarks().forEach(each -> all.rows.add(new DifferenceRow(Kind.REMARK, each, "")));
    return all.rows;
  }

  /** How many nodes a new workflow has. */
  private static int nodes(Bundle bundle, Preview.Change change) {
    return bundle.parts().stream()
        .filter(part -> part.id().equals(change.id()) && part.kind().id().equals(change.kind()))
        .map(part -> part.content().get("nodes"))
        .mapToInt(nodes -> nodes instanceof JsonObject object ? object.size() : 0)
        .sum();
  }

  private void add(Preview.Change change, int nodes) {
    boolean form = change.kind().equals(Part.Kind.FORM.id());
    boolean inFront = !form && change.id().equals(front.id());
    rows.add(
        new DifferenceRow(form ? Kind.FORM : Kind.WORKFLOW, change.name(), words(change, nodes)));
    for (Preview.Finding each : change.problems()) {
      Optional<String> node =
          inFront && front.nodes().containsKey(each.node())
              ? Optional.of(each.node())
              : Optional.empty();
      rows.add(
          new DifferenceRow(
              each.isError() ? Kind.ERROR : Kind.WARNING,
              place(each).isEmpty() ? each.message() : place(each),
              place(each).isEmpty() ? "" : each.message(),
              node));
    }
    for (String each : change.missing()) {
      rows.add(
          new DifferenceRow(
              Kind.WARNING,
              "Credential “" + each + "”",
              "is not there: set it on the server, under this name"));
    }
    change.difference().ifPresent(difference -> add(difference, inFront));
    change.formDifference().ifPresent(difference -> difference.changes().forEach(this::add));
  }

  private void add(FormChange change) {
    Kind kind =
        switch (change.kind()) {
          case ADDED -> Kind.ADDED;
          case REMOVED -> Kind.REMOVED;
          case CHANGED -> Kind.CHANGED;
        };
    String part = change.part();
    rows.add(
        new DifferenceRow(
            kind,
            part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1),
            change.detail()));
    change
        .details()
        .forEach(each -> rows.add(new DifferenceRow(Kind.VALUE, each.what(), each.how())));
  }

  /** Which node is meant, by its name, or where in a form's file it is. */
  private static String place(Preview.Finding finding) {
    return finding.name().isEmpty() ? finding.property() : finding.name();
  }

  private String name(String node, boolean inFront) {
    return inFront ? front.nameOf(node) : node;
  }

  private static String words(Preview.Change change, int nodes) {
    return switch (change.change()) {
      case "same" -> "as it is there";
      case "new" -> nodes == 0 ? "new there" : "new there, " + counted(nodes, "node", "nodes");
      default -> {
        int count =
            change
                .difference()
                .map(WorkflowDifference::count)
                .or(() -> change.formDifference().map(FormDifference::count))
                .orElse(-1);
        yield switch (count) {
          case -1 -> "changed";
          case 0 ->
              change.difference().isPresent()
                  ? "changed, but does the same"
                  : "changed, but asks the same";
          default -> counted(count, "change", "changes");
        };
      }
    };
  }

  private void add(WorkflowDifference difference, boolean inFront) {
    if (!difference.workflow().isEmpty()) {
      rows.add(new DifferenceRow(Kind.CHANGED, "The workflow itself", ""));
      difference.workflow().forEach(this::add);
    }
    for (NodeChange change : difference.nodes()) {
      switch (change) {
        case NodeChange.Added node -> rows.add(row(Kind.ADDED, node, node.type(), inFront));
        case NodeChange.Removed node -> rows.add(row(Kind.REMOVED, node, node.type(), inFront));
        case NodeChange.Changed node -> {
          rows.add(row(Kind.CHANGED, node, "", inFront));
          node.changes().forEach(this::add);
        }
      }
    }
    difference.connected().forEach(each -> rows.add(row(Kind.ADDED, each, inFront)));
    difference.disconnected().forEach(each -> rows.add(row(Kind.REMOVED, each, inFront)));
    if (difference.reordered()) {
      rows.add(new DifferenceRow(Kind.CHANGED, "Order of the connections", ""));
    }
  }

  private DifferenceRow row(Kind kind, NodeChange change, String detail, boolean inFront) {
    boolean here = inFront && front.nodes().containsKey(change.id());
    return new DifferenceRow(
        kind, change.name(), detail, here ? Optional.of(change.id()) : Optional.empty());
  }

  private DifferenceRow row(Kind kind, Connection connection, boolean inFront) {
    return new DifferenceRow(
        kind,
        "Connection",
        name(connection.source(), inFront) + " → " + name(connection.target(), inFront));
  }

  private void add(ValueChange change) {
    String path = change.path().replaceFirst("^parameters\\.", "");
    rows.add(
        new DifferenceRow(
            Kind.VALUE,
            path,
            switch (change.kind()) {
              case ADDED -> "now " + value(change.after());
              case REMOVED -> "no longer " + value(change.before());
              case CHANGED -> value(change.before()) + " → " + value(change.after());
            }));
  }

  private static String value(@Nullable Object value) {
    String text = value instanceof String words ? "“" + words + "”" : Json.write(value);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** What happens, in a sentence. */
  static String summary(Preview preview) {
    if (preview.isSame()) {
      return "Everything there is as it is here.";
    }
    List<String> parts = new ArrayList<>();
    long errors =
        preview.changes().stream()
            .flatMap(each -> each.problems().stream())
            .filter(Preview.Finding::isError)
            .count();
    if (errors > 0) {
      parts.add("This server cannot run it: " + counted(errors, "error", "errors"));
    }
    Preview.Change first = preview.changes().getFirst();
    if (first.change().equals("new")) {
      parts.add("“" + first.name() + "” is new there");
    } else if (first.difference().isPresent()) {
      parts.add(changes(first.difference().get()));
    }
    count(parts, preview, Part.Kind.WORKFLOW, "sub-workflow", "sub-workflows");
    count(parts, preview, Part.Kind.FORM, "form", "forms");
    return String.join(" · ", parts) + ".";
  }

  private static void count(
      List<String> parts, Preview preview, Part.Kind kind, String one, String many) {
    List<Preview.Change> others =
        preview.changes().stream().skip(1).filter(each -> each.kind().equals(kind.id())).toList();
    if (others.isEmpty()) {
      return;
    }
    long changed = others.stream().filter(each -> each.change().equals("changed")).count();
    String what =
        counted(others.size(), one, many) + (others.size() == 1 ? " goes with it" : " go with it");
    parts.add(
        changed == 0
            ? what
            : what + (others.size() == 1 ? ", changed" : ", " + changed + " of them changed"));
  }

  private static String changes(WorkflowDifference difference) {
    long added = difference.nodes().stream().filter(NodeChange.Added.class::isInstance).count();
    long removed = difference.nodes().stream().filter(NodeChange.Removed.class::isInstance).count();
    long changed = difference.nodes().size() - added - removed;
    List<String> words = new ArrayList<>();
    if (added > 0) {
      words.add(counted(added, "node", "nodes") + " added");
    }
    if (changed > 0) {
      words.add(counted(changed, "node", "nodes") + " changed");
    }
    if (removed > 0) {
      words.add(counted(removed, "node", "nodes") + " removed");
    }
    int wires = difference.connected().size() + difference.disconnected().size();
    if (wires > 0) {
      words.add(counted(wires, "connection", "connections") + " changed");
    }
    if (!difference.workflow().isEmpty()) {
      words.add("settings of the workflow changed");
    }
    return words.isEmpty() ? "It does the same as there" : String.join(", ", words);
  }
}
