package io.concertmaster.designer.inspector;

import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What holds for the whole workflow: shown while no node is chosen. */
final class WorkflowInspector extends VBox {
  private final PropertyList list;
  private Workflow workflow;
  private JsonObject typed;

  WorkflowInspector(Workflow workflow, SettingsContext context, Changes changes) {
    this.workflow = workflow;
    getStyleClass().addAll("tab-content", "workflow-inspector");
    Label title = new Label("Workflow");
    title.getStyleClass().add("pane-title");
    Label hint = new Label("Choose a node on the canvas to see its settings here.");
    hint.getStyleClass().add("property-help");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    list = new PropertyList(schema(), "", context, values -> changed(values, changes));
    typed = values(workflow);
    list.show(typed);
    getChildren().addAll(new VBox(title, hint), list);
  }

  /** Shows a workflow; what somebody is typing stays when it means the same. */
  void show(Workflow shown) {
    workflow = shown;
    JsonObject values = values(shown);
    boolean same =
        typed.get("name") instanceof String name
            && name.strip().equals(shown.name())
            && settings(shown.settings(), typed).equals(shown.settings());
    if (!same) {
      typed = values;
      list.show(values);
    }
  }

  private void changed(JsonObject values, Changes changes) {
    typed = values;
    String name = values.get("name") instanceof String text ? text.strip() : "";
    Settings settings = settings(workflow.settings(), values);
    if (!name.isEmpty() && !name.equals(workflow.name())) {
      changes.renameWorkflow(name, "workflow/name");
    } else if (!settings.equals(workflow.settings())) {
      changes.settings(settings, "workflow/settings");
    }
  }

  private static List<Property> schema() {
    List<Option> zones = new ArrayList<>();
    zones.add(Option.of("", "This machine's, " + ZoneId.systemDefault().getId()));
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .forEach(id -> zones.add(Option.of(id, id.replace('_', ' '))));
    zones.add(1, Option.of("UTC", "UTC"));
    return List.of(
        Property.of("name", "Name", PropertyKind.text()).literalOnly().mandatory(),
        Property.of("timezone", "Time zone", new PropertyKind.Choice(zones))
            .help("In which dates are read and written.")
            .defaultsTo("")
            .literalOnly(),
        Property.of("timeout", "Longest run in seconds", new PropertyKind.Numeric(false, 0, 1e9))
            .help("Waiting does not count. Empty for no limit.")
            .literalOnly(),
        Property.of(
                "parallelBranches",
                "Branches at the same time",
                new PropertyKind.Numeric(true, 1, Settings.MOST_BRANCHES))
            .help(
                "How many branches of a run may work at the same time. Empty or 1: one after the"
                    + " other.")
            .literalOnly()
            .when("order", ExecutionOrder.V1.id()),
        Property.of(
                "atOnce",
                "Runs at the same time",
                new PropertyKind.Numeric(true, 1, Concurrency.MOST))
            .help(
                "How many runs that triggers begin may go on at once. Empty: "
                    + Concurrency.DEFAULT.atOnce()
                    + ". Runs that people start do not count.")
            .literalOnly(),
        Property.of(
                "overlap",
                "One run more",
                new PropertyKind.Choice(
                    List.of(
                        Option.of(Overlap.WAIT.id(), "Waits until another has ended"),
                        Option.of(Overlap.SKIP.id(), "Is left out"),
                        Option.of(Overlap.CANCEL.id(), "Begins, and the oldest is cancelled"))))
            .help("What becomes of a run that is due while so many go on.")
            .defaultsTo(Overlap.WAIT.id())
            .literalOnly(),
        Property.of(
                "errorWorkflow",
                "When a run fails",
                new PropertyKind.Path(PropertyKind.Target.FILE))
            .help(
                "The file of the workflow that is run then; it begins with “When a run fails”."
                    + " Runs that people start by hand do not count. Empty: nothing.")
            .literalOnly());
  }

  private static JsonObject values(Workflow workflow) {
    JsonObject.Builder values = JsonObject.builder().put("name", workflow.name());
    workflow.settings().timezone().ifPresent(zone -> values.put("timezone", zone.getId()));
    workflow
        .settings()
        .timeout()
        .ifPresent(time -> values.put("timeout", NodePolicy.seconds(time)));
    values.put("order", workflow.settings().executionOrder().id());
    if (workflow.settings().parallelBranches() > 1) {
      values.put("parallelBranches", (long) workflow.settings().parallelBranches());
    }
    Concurrency concurrency = workflow.settings().concurrency();
    if (concurrency.atOnce() != Concurrency.DEFAULT.atOnce()) {
      values.put("atOnce", (long) concurrency.atOnce());
    }
    values.put("overlap", concurrency.overlap().id());
    workflow.settings().errorWorkflow().ifPresent(each -> values.put("errorWorkflow", each));
    return values.build();
  }

  private static Settings settings(Settings before, JsonObject values) {
    Optional<ZoneId> zone =
        values.get("timezone") instanceof String id && !id.isEmpty()
            ? Optional.of(ZoneId.of(id))
            : Optional.empty();
    Optional<Duration> timeout =
        values.get("timeout") instanceof Number seconds && seconds.doubleValue() > 0
            ? Optional.of(NodePolicy.duration(Math.min(seconds.doubleValue(), 1e9)))
            : Optional.empty();
    int branches =
        values.get("parallelBranches") instanceof Number number
            ? Math.clamp(number.longValue(), 1, Settings.MOST_BRANCHES)
            : 1;
    return before
        .withTimezone(zone)
        .withTimeout(timeout)
        .withParallelBranches(branches)
        .withConcurrency(concurrency(values))
        .withErrorWorkflow(
            values.get("errorWorkflow") instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty());
  }

  private static Concurrency concurrency(JsonObject values) {
    int atOnce =
        values.get("atOnce") instanceof Number number
            ? Math.clamp(number.longValue(), 1, Concurrency.MOST)
            : Concurrency.DEFAULT.atOnce();
    Overlap overlap = Concurrency.DEFAULT.overlap();
    for (Overlap each : Overlap.values()) {
      if (each.id().equals(values.get("overlap"))) {
        overlap = each;
      }
    }
    return new Concurrency(atOnce, overlap);
  }
}
