package io.concertmaster.designer;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.Command.Menu;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.form.build.FormBuilder;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

/** What people can do with the form in front. */
record FormCommands(Workbench bench) {
  List<Command> all() {
    BooleanBinding form =
        Bindings.createBooleanBinding(
            () -> bench.documents().active().get() instanceof FormDocument,
            bench.documents().active());
    return List.of(
        onForm("form.moveUp", "Move up on the form", "Alt+Up", each -> each.moveChosen(-1)),
        onForm("form.moveDown", "Move down on the form", "Alt+Down", each -> each.moveChosen(1)),
        onForm(
            "form.moveIn",
            "Move into the section or group beside",
            "Alt+Right",
            FormBuilder::moveChosenIn),
        onForm(
            "form.moveOut",
            "Move out of its section or group",
            "Alt+Left",
            FormBuilder::moveChosenOut),
        onForm("form.edit", "Edit the chosen field", "Enter", FormBuilder::editChosen),
        view("form.build", "Form: build", form, each -> each.show(FormBuilder.View.BUILD)),
        view("form.preview", "Form: preview", form, each -> each.show(FormBuilder.View.PREVIEW)),
        view("form.phone", "Form: preview on a phone", form, FormBuilder::showPhone),
        view("form.texts", "Form: texts", form, each -> each.show(FormBuilder.View.TEXTS)),
        view("form.schema", "Form: schema", form, each -> each.show(FormBuilder.View.SCHEMA)),
        view("form.checks", "Form: checks", form, FormBuilder::showChecks));
  }

  private Command onForm(String id, String title, String keys, Consumer<FormBuilder> action) {
    return Command.onCanvas(
        id, title, Menu.NONE, keys, bench.elementChosen(), () -> bench.builder().ifPresent(action));
  }

  private Command view(
      String id, String title, ObservableBooleanValue enabled, Consumer<FormBuilder> action) {
    return Command.of(id, title, Menu.NONE, "", enabled, () -> bench.builder().ifPresent(action));
  }
}
