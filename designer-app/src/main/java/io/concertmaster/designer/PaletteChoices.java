package io.concertmaster.designer;

import io.concertmaster.designer.command.Choice;
import io.concertmaster.designer.command.Command;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.model.form.edit.Part;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.palette.IconTile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command palette offers: actions, the nodes of the canvas, node types, recent files. */
record PaletteChoices(Workbench bench) {
  List<Choice> all() {
    List<Choice> all = new ArrayList<>();
    for (Command command : bench.commands().all()) {
      if (command.enabled().get() && !command.id().equals("view.palette")) {
        all.add(
            new Choice(
                command.menu() == Command.Menu.NONE ? "Action" : command.menu().label(),
                command.title(),
                "",
                "mdal-flash_on",
                command.keys(),
                command::perform));
      }
    }
    if (bench.builder().isPresent()) {
      parts(bench.builder().get(), all);
    } else {
      nodes(all);
    }
    tabs(all);
    recent(all);
    return all;
  }

  private static void parts(FormBuilder builder, List<Choice> all) {
    for (Part part : Part.values()) {
      all.add(
          new Choice(
              "Form field", "Add " + part.label(), "", "mdal-add", "", () -> builder.add(part)));
    }
  }

  private void nodes(List<Choice> all) {
    bench
        .document()
        .workflow()
        .get()
        .nodes()
        .forEach((id, node) ->
            all.add(
                new Choice(
                    "On the canvas",
                    node.name(),
                    "",
                    icon(node.type(), node.version()),
                    "",
                    () -> bench.goTo(id))));
    bench
        .catalog()
        .offered()
        .forEach(type -> {
          NodeDescriptor node = type.descriptor();
          all.add(
              new Choice(
                  "Node type",
                  node.name(),
                  node.summary(),
                  IconTile.literal(node.icon()),
                  "",
                  () -> bench.desk().hands().add(node)));
        });
  }

  /** The other tabs: what lies in no file yet is found nowhere else. */
  private void tabs(List<Choice> all) {
    bench.documents().all().stream()
        .filter(each -> !each.equals(bench.documents().active().get()))
        .forEach(each ->
            all.add(
                new Choice(
                    "Open tab",
                    each.title().get(),
                    each.kind(),
                    "mdmz-tab",
                    "",
                    () -> bench.documents().activate(each))));
  }

  private void recent(List<Choice> all) {
    for (Path file : bench.state().get().recent()) {
      all.add(
          new Choice(
              "Recent file",
              String.valueOf(file.getFileName()),
              String.valueOf(file.getParent()),
              "mdal-insert_drive_file",
              "",
              () -> bench.openRecent(file)));
    }
  }

  private String icon(String type, int version) {
    return bench
        .catalog()
        .find(type, version)
        .map(found -> IconTile.literal(found.descriptor().icon()))
        .orElse("mdal-help_outline");
  }
}
