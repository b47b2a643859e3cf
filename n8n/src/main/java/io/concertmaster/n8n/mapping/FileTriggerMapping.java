package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code localFileTrigger}: a folder, or one file of which only changes count. */
final class FileTriggerMapping implements NodeMapping {
  private static final String OURS = "trigger.file";
  private static final String THEIRS = "n8n-nodes-base.localFileTrigger";

  /** All names, also those that begin with a dot. */
  private static final String EVERY_NAME = "{*,.*}";

  /** Our flags and their events. */
  private static final List<Map.Entry<String, String>> EVENTS =
      List.of(
          Map.entry("created", "add"),
          Map.entry("changed", "change"),
          Map.entry("deleted", "unlink"));

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    String path = asked.text("path", "");
    if (ForeignNode.isExpression(path)) {
      findings.approximated(
          "path", "this path is made by an expression; here it is fixed: set it anew");
    }
    if (asked.word("triggerOn", "folder").equals("file")) {
      int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
      ours.put("folder", cut < 0 ? "." : path.substring(0, Math.max(cut, 1)));
      ours.put("pattern", path.substring(cut + 1));
      ours.put("created", false).put("changed", true);
      asked.ignore("events", "options.depth", "options.ignored", "options.ignoreMode");
    } else {
      ours.put("folder", path).put("pattern", EVERY_NAME);
      readFolder(asked, ours);
    }
    ours.put("existing", asked.flag("options.ignoreInitial", true) ? "skip" : "run", "skip");
    if (asked.value("options.followSymlinks") instanceof Boolean) {
      findings.approximated(
          "options.followSymlinks", "here links to files are followed, links to folders are not");
    }
    // Here the folder is looked at again in any case, and a file counts when it is complete.
    asked.ignore("options.usePolling", "options.awaitWriteFinish");
    asked.tellRest();
    findings.approximated(
        "", "the field event says created, changed or deleted here, not add, change or unlink");
    return Optional.of(Mapped.trigger(OURS, ours.settings()));
  }

  private static void readFolder(AskedSettings asked, Ours ours) {
    List<Object> events =
        asked.value("events") instanceof JsonArray list ? List.copyOf(list) : List.of();
    ours.put("created", events.contains("add"), true);
    ours.put("changed", events.contains("change"), false);
    ours.put("deleted", events.contains("unlink"), false);
    if (events.contains("addDir") || events.contains("unlinkDir")) {
      asked
          .findings()
          .leftOut("events", "folders that come or go begin no run here; the files in them do");
    }
    long depth = asked.value("options.depth", -1L) instanceof Number given ? given.longValue() : -1;
    ours.put("subfolders", depth != 0, false);
    if (depth > 0) {
      asked.findings().approximated("options.depth", "here all subfolders count, or none");
    }
    String ignored = asked.text("options.ignored", "");
    if (asked.word("options.ignoreMode", "match").equals("contain") && !ignored.isEmpty()) {
      ignored = "*" + ignored + "*";
      asked.findings().approximated("options.ignoreMode", "here the name is looked at, no folder");
    } else if (ignored.matches(".*(\\[.*]|[!+@]\\().*")) {
      asked.findings().approximated("options.ignored", "here only *, ?, ** and {a,b} are special");
    }
    ours.put("leaveOut", ignored, "");
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    List<Object> events = new ArrayList<>();
    for (Map.Entry<String, String> each : EVENTS) {
      if (ours.flag(each.getKey(), each.getKey().equals("created"))) {
        events.add(each.getValue());
      }
    }
    String pattern = ours.text("pattern", "*");
    if (!pattern.equals(EVERY_NAME)) {
      findings.approximated("pattern", "in n8n all files of the folder count");
    }
    Ours options =
        new Ours()
            .put("depth", ours.flag("subfolders", false) ? -1L : 0L, -1L)
            .put("ignored", ours.text("leaveOut", ""), "")
            .put("ignoreInitial", !ours.text("existing", "skip").equals("run"), true)
            .put("awaitWriteFinish", !String.valueOf(ours.value("settled", 2L)).equals("0"), false);
    ours.ignore("every");
    JsonObject written =
        new Ours()
            .put("triggerOn", "folder")
            .put("path", ours.value("folder", ""))
            .put("events", JsonArray.copyOf(events))
            .put("options", options.settings())
            .settings();
    findings.approximated("", "the field event says add, change or unlink there");
    ours.tellRest();
    return Optional.of(new Written(THEIRS, 1, written, List.of(), List.of(Port.MAIN)));
  }
}
