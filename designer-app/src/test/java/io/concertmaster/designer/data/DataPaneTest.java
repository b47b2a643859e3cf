package io.concertmaster.designer.data;

import static io.concertmaster.designer.picture.Screen.await;
import static io.concertmaster.designer.picture.Screen.on;
import static io.concertmaster.designer.picture.Screen.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.picture.Orders;
import io.concertmaster.designer.picture.Screen;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.ItemListRef;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class DataPaneTest {
  private final ClipboardAccess clipboard = ClipboardAccess.ofOwn();
  private Orders orders;
  private DataPane pane;

  private void show(long size, String node) {
    orders = on(() -> size < 0 ? new Orders() : new Orders().ran(size));
    pane =
        Screen.show(
            () -> {
              orders.document.selectedNode().set(Optional.of(node));
              return new DataPane(orders.document, orders.engine, clipboard);
            },
            900,
            300);
  }

  @Test
  void onlyThePagesInSightAreRead() {
    show(100_000, "check");
    await("columns", () -> titles().contains("partner"));
    assertThat(on(() -> table().getItems().size())).isEqualTo(100_000);
    run(() -> table().scrollTo(90_000));
    await("the row", () -> labels().contains("PO-167120"));
    assertThat(on(() -> List.copyOf(orders.engine.asked)))
        .hasSizeLessThan(8)
        .contains("over@0", "over@90000");
  }

  @Test
  void columnsAreTheFieldsWithDotsFilesAndOrigin() {
    show(17, "check");
    await("columns", () -> titles().contains("came from"));
    assertThat(on(this::titles))
        .containsExactly(
            "#",
            "po_number",
            "partner",
            "total",
            "lines",
            "ship_to.city",
            "ship_to.zip",
            "comment",
            "urgent",
            "data",
            "came from");
  }

  @Test
  void cellsAreCopiedWithTabs() {
    show(17, "check");
    await("columns", () -> titles().contains("came from"));
    run(() -> {
      TableView<Integer> table = table();
      table.getSelectionModel().clearSelection();
      for (int row = 0; row < 2; row++) {
        table.getSelectionModel().select(row, table.getColumns().get(1));
        table.getSelectionModel().select(row, table.getColumns().get(3));
      }
      table.getContextMenu().getItems().getFirst().fire();
    });
    await("the text", () -> clipboard.get().isPresent());
    assertThat(clipboard.get()).contains("PO-77120\t18250\nPO-77121\t1037.5");
  }

  @Test
  void itemsAreCopiedAsJson() {
    show(17, "check");
    await("columns", () -> titles().contains("came from"));
    run(() -> {
      table().getSelectionModel().clearAndSelect(1, table().getColumns().get(1));
      table().getContextMenu().getItems().get(2).fire();
    });
    await("the text", () -> clipboard.get().isPresent());
    assertThat(clipboard.get().orElseThrow()).contains("\"po_number\": \"PO-77121\"");
  }

  @Test
  void aListThatIsEqualIsNotReadAgain() {
    show(17, "check");
    await("columns", () -> titles().contains("came from"));
    int asked = on(() -> orders.engine.asked.size());
    run(() -> orders.ran(17));
    run(() -> pane.layout());
    assertThat(on(() -> orders.engine.asked.size())).isEqualTo(asked);
  }

  @Test
  void withoutARunItSaysHowToGetData() {
    show(-1, "check");
    assertThat(on(this::labels)).contains("Run the workflow to see data here");
  }

  @Test
  void aFailureIsToldInWords() {
    show(17, "every");
    assertThat(on(this::labels)).contains("the table “orders_2026” is not in the database");
  }

  @Test
  void itemsThatCannotBeReadAreAnError() {
    show(17, "check");
    Items broken = new Items.Stored(new ItemListRef("lost", 3), orders.engine);
    ItemsTable[] table = new ItemsTable[1];
    String[] heard = {""};
    run(() -> {
      table[0] = new ItemsTable(clipboard, error -> heard[0] = error.getMessage());
      table[0].show(broken);
    });
    await("the error", () -> heard[0].contains("the store has no list “lost”"));
  }

  @Test
  void theOriginOfAnItemIsALinkToItsNode() {
    show(17, "check");
    await("columns", () -> titles().contains("came from"));
    run(() -> table().getColumns().forEach(column -> column.setPrefWidth(40)));
    await("links", () -> Screen.find(pane, Hyperlink.class::isInstance).isPresent());
    run(() -> Screen.first(pane, Hyperlink.class).fire());
    assertThat(on(() -> orders.document.selectedNode().get())).contains("parse");
  }

  private TableView<Integer> table() {
    return Screen.first(pane, ItemsTable.class).table();
  }

  private List<String> titles() {
    return table().getColumns().stream().map(TableColumn::getText).toList();
  }

  private String labels() {
    StringBuilder all = new StringBuilder();
    Screen.find(
        pane,
        node -> {
          if (node instanceof Label label && treeVisible(node)) {
            all.append(label.getText()).append('\n');
          } else if (node instanceof Labeled cell && cell.getText() != null) {
            all.append(cell.getText()).append('\n');
          }
          return false;
        });
    return all.toString();
  }

  private static boolean treeVisible(Node node) {
    return node == null || (node.isVisible() && treeVisible(node.getParent()));
  }
}
