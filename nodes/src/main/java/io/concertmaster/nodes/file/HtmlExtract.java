package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a table of an HTML document. The document is held in memory. */
final class HtmlExtract {
  private static final int MOST_COLUMNS = 16_384;

  private HtmlExtract() {}

  /** Reads the first table, or the one whose number the setting for the sheet gives. */
  static void read(
      InputStream bytes, String charset, String number, SheetText text, SheetRows rows, String name)
      throws NodeException, IOException, InterruptedException {
    Document document;
    try (bytes) {
      document = Jsoup.parse(bytes, charset, "");
    }
    List<Element> tables = document.select("table");
    int wanted = number.matches("[1-9]\\d{0,4}") ? Integer.parseInt(number) : 1;
    if (tables.size() < wanted) {
      throw new NodeException(
          "“" + name + "” has " + tables.size() + " tables: there is no table " + wanted);
    }
    long row = 0;
    List<Integer> taken = new ArrayList<>();
    for (Element line : rows(tables.get(wanted - 1))) {
      rows.add(++row, cells(line, taken, text));
      if (rows.full()) {
        return;
      }
    }
  }

  /** The rows of a table, not those of tables inside it. */
  private static List<Element> rows(Element table) {
    return table.select("tr").stream().filter(row -> table.equals(row.closest("table"))).toList();
  }

  /**
   * The cells of a row, as many as a sheet has columns.
   *
   * @param taken for each column, in how many further rows a cell from above reaches into it
   */
  private static @Nullable Object[] cells(Element line, List<Integer> taken, SheetText text) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Element cell : line.children()) {
      if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
        continue;
      }
      skip(values, taken);
      if (values.size() == MOST_COLUMNS) {
        break;
      }
      values.add(value(cell, text));
      int wide = Math.min(span(cell, "colspan"), MOST_COLUMNS - values.size() + 1);
      int high = span(cell, "rowspan");
      for (int column = values.size() - 1; column < values.size() - 1 + wide; column++) {
        while (taken.size() <= column) {
          taken.add(0);
        }
        if (high > 1) {
          taken.set(column, high - 1);
        }
      }
      values.addAll(Arrays.asList(new @Nullable Object[wide - 1]));
    }
    skip(values, taken);
    return values.toArray();
  }

  private static void skip(List<@Nullable Object> values, List<Integer> taken) {
    while (values.size() < taken.size() && taken.get(values.size()) > 0) {
      taken.set(values.size(), taken.get(values.size()) - 1);
      values.add(null);
    }
  }

  private static int span(Element cell, String attribute) {
    String text = cell.attr(attribute);
    return text.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(text), MOST_COLUMNS) : 1;
  }

  private static @Nullable Object value(Element cell, SheetText text) {
    String typed = cell.attr("data-v");
    if (!typed.isEmpty() && !cell.attr("data-t").equals("s")) {
      return new SheetText(true).value(typed);
    }
    String shown = cell.wholeText().replace('\u00a0', ' ').strip();
    return cell.attr("data-t").equals("s") ? (shown.isEmpty() ? null : shown) : text.value(shown);
  }
}
