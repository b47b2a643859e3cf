package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.NumberText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a table as HTML and as RTF. */
final class MarkupConvert {
  private MarkupConvert() {}

  /** An HTML document with one table; cells say in {@code data-v} what their value is. */
  static void html(TableRows table, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    try (Writer out = writer(bytes)) {
      out.write("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Items</title></head>");
      out.write("<body><table>\n");
      table.each((row, cells) -> {
        boolean names = table.header() && row == 0;
        out.write("<tr>");
        for (Object cell : cells) {
          out.write(names ? "<th>" : open(cell));
          out.write(escaped(Columns.text(cell)));
          out.write(names ? "</th>" : "</td>");
        }
        out.write("</tr>\n");
      });
      out.write("</table></body></html>\n");
    }
  }

  private static String open(@Nullable Object cell) {
    return switch (cell) {
      case Number number -> "<td data-t=\"n\" data-v=\"" + number(number) + "\">";
      case Boolean flag -> "<td data-t=\"b\" data-v=\"" + flag + "\">";
      case null -> "<td>";
      default -> "<td data-t=\"s\">";
    };
  }

  private static String number(Number number) {
    return number instanceof Double value ? NumberText.of(value) : number.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "<br>");
  }

  /** A rich text with one table (RTF 1.9, table rows). */
  static void rtf(TableRows table, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    StringBuilder row = new StringBuilder("\\trowd\\trautofit1");
    for (int column = 1; column <= table.columns().size(); column++) {
      row.append("\\cellx").append(column * 1_440);
    }
    try (Writer out = writer(bytes)) {
      out.write("{\\rtf1\\ansi\\ansicpg1252\\uc1\n");
      table.each((number, cells) -> {
        out.write(row.toString());
        for (Object cell : cells) {
          out.write("\\pard\\intbl ");
          out.write(rtf(Columns.text(cell)));
          out.write("\\cell");
        }
        out.write("\\pard\\intbl\\row\n");
      });
      out.write("}");
    }
  }

  private static String rtf(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '{', '}' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\line ");
        case '\t' -> escaped.append("\\tab ");
        default -> {
          if (c < 128) {
            escaped.append(c);
          } else {
            escaped.append("\\u").append((int) (short) c).append('?');
          }
        }
      }
    }
    return escaped.toString();
  }

  private static Writer writer(OutputStream bytes) {
    return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
  }
}
