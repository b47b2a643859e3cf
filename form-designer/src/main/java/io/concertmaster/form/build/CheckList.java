package io.concertmaster.form.build;

import io.concertmaster.forms.FormFinding;
import io.concertmaster.forms.FormFinding.Kind;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is to say about the form while it is being built; a click leads to the element. */
final class CheckList extends VBox {
  private final Building building;

  CheckList(Building building) {
    this.building = building;
    getStyleClass().add("check-list");
  }

  void show(List<FormFinding> findings) {
    getChildren().clear();
    good(findings, Kind.LABEL, "Every field has a label of its own");
    good(findings, Kind.CHOICE, "Every choice has words");
    good(findings, Kind.HEADING, "Headings are in order");
    good(findings, Kind.ACCENT, "The accent colour can be read");
    good(findings, Kind.TRANSLATION, "Every language has all texts");
    for (FormFinding finding : findings) {
      getChildren().add(line(finding));
    }
  }

  private void good(List<FormFinding> findings, Kind kind, String says) {
    if (findings.stream().noneMatch(each -> each.kind() == kind)) {
      FontIcon icon = new FontIcon("mdal-check");
      Label label = new Label(says, icon);
      label.getStyleClass().addAll("check", "good");
      getChildren().add(label);
    }
  }

  private HBox line(FormFinding finding) {
    boolean error = finding.isError();
    FontIcon icon = new FontIcon(error ? "mdal-error" : "mdmz-warning");
    Label words = new Label(finding.message());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(icon, words);
    line.getStyleClass().addAll("check", error ? "error" : "hint");
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.BUTTON);
    line.setAccessibleText(finding.message());
    line.setOnMouseClicked(click -> finding.at().ifPresent(building::choose));
    line.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        key.consume();
        finding.at().ifPresent(building::choose);
      }
    });
    return line;
  }
}
