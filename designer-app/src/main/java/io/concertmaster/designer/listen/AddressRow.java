package io.concertmaster.designer.listen;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.window.ClipboardAccess;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** An address to look at, to copy and to open. */
public final class AddressRow extends HBox {
  private static final double KIND = 36;

  private final TextField text = new TextField();
  private final Button open;

  /**
   * A row.
   *
   * @param kind what address it is, in a word; empty for none
   */
  public AddressRow(String kind, ClipboardAccess clipboard, WebBrowser browser) {
    getStyleClass().add("address-row");
    text.setEditable(false);
    text.getStyleClass().add("address");
    text.setAccessibleText(kind.isEmpty() ? "Address" : kind + " address");
    text.setMinWidth(80);
    HBox.setHgrow(text, Priority.ALWAYS);
    open = Icons.button("mdmz-open_in_new", "Open in browser", () -> browser.open(text.getText()));
    open.setMinWidth(USE_PREF_SIZE);
    Button copy =
        Icons.button("mdal-content_copy", "Copy the address", () -> clipboard.put(text.getText()));
    copy.getStyleClass().add("copy-address");
    copy.setMinWidth(USE_PREF_SIZE);
    if (!kind.isEmpty()) {
      Label label = new Label(kind);
      label.getStyleClass().add("muted");
      label.setMinWidth(KIND);
      getChildren().add(label);
    }
    getChildren().addAll(text, copy, open);
  }

  /** Whether it shows none. */
  boolean isEmpty() {
    return text.getText().isEmpty();
  }

  /** Shows an address. */
  public void show(String address, boolean forBrowsers) {
    if (!text.getText().equals(address)) {
      text.setText(address);
    }
    open.setDisable(!forBrowsers);
  }
}
