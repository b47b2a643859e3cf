package io.concertmaster.nodes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** A table in Markdown, its columns aligned; the first row is the heading. */
final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * The table of an HTML element.
   *
   * @param cell what is in a cell
   */
  static String of(Element table, Function<Element, String> cell) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells = new ArrayList<>();
      for (Element each : row.children()) {
        String content = cell.apply(each);
        if (widths.size() == cells.size()) {
          widths.add(0);
        }
        widths.set(cells.size(), Math.max(widths.get(cells.size()), content.length()));
        cells.add(content);
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    StringBuilder text = new StringBuilder();
    Element caption = table.selectFirst("caption");
    if (caption != null && !rows.isEmpty()) {
      text.append("__").append(caption.text()).append("__\n");
    }
    for (int at = 0; at < rows.size(); at++) {
      text.append('|');
      for (int column = 0; column < widths.size(); column++) {
        String content = column < rows.get(at).size() ? rows.get(at).get(column) : "";
        String padding = " ".repeat(widths.get(column) - content.length());
        text.append(' ').append(content).append(padding).append(" |");
      }
      text.append('\n');
      if (at == 0) {
        text.append('|');
        widths.forEach(width -> text.append(' ').append("-".repeat(width)).append(" |"));
        text.append('\n');
      }
    }
    return text.toString().stripTrailing();
  }
}
