package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of an OpenDocument spreadsheet, row by row (OpenDocument 1.3, part 3, 9.1). */
final class OdsExtract {
  private static final int MOST_COLUMNS = 16_384;

  /** What a sheet of LibreOffice and of Excel has. */
  private static final int MOST_ROWS = 1_048_576;

  /** A cell is filled up with blanks that only a number counts to at most so many characters. */
  private static final int MOST_BLANKS = 65_536;

  private final XMLStreamReader xml;
  private final SheetRows rows;
  private final boolean serial;
  private long row;

  private OdsExtract(XMLStreamReader xml, SheetRows rows, boolean serial) {
    this.xml = xml;
    this.rows = rows;
    this.serial = serial;
  }

  /**
   * Reads a file.
   *
   * @param sheet name, or number from 1; empty for the first
   * @param serial whether dates are numbers of days, as Excel has them
   */
  static void read(Path file, String sheet, boolean serial, SheetRows rows, String name)
      throws NodeException, IOException, InterruptedException {
    XlsxLimits.demand(file, name);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry content = zip.getEntry("content.xml");
      if (content == null) {
        throw new NodeException("“" + name + "” is no OpenDocument spreadsheet");
      }
      try (InputStream bytes = zip.getInputStream(content)) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(bytes);
        new OdsExtract(xml, rows, serial).read(sheet, name);
      }
    } catch (XMLStreamException | ZipException e) {
      throw new NodeException("“" + name + "” is no OpenDocument spreadsheet that can be read", e);
    }
  }

  private void read(String wanted, String name)
      throws NodeException, XMLStreamException, InterruptedException {
    List<String> sheets = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("table")) {
        String sheet = attribute("name");
        sheets.add(sheet);
        if (wanted.isEmpty()
            || sheet.equals(wanted)
            || String.valueOf(sheets.size()).equals(wanted)) {
          table();
          return;
        }
      }
    }
    throw new NodeException(
            "“" + name + "” has no sheet “" + wanted + "”; it has " + String.join(", ", sheets))
        .atProperty("sheet");
  }

  private String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private int repeated(String name) {
    String text = attribute(name);
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
  }

  private void table() throws NodeException, XMLStreamException, InterruptedException {
    while (xml.hasNext() && !rows.full()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("table-row")) {
        int times = repeated("number-rows-repeated");
        @Nullable Object[] values = row();
        if (values.length == 0) {
          row += times;
          continue;
        }
        for (int i = 0; i < times && !rows.full(); i++) {
          if (row >= MOST_ROWS) {
            throw new NodeException(
                "The sheet has more than " + MOST_ROWS + " rows: set the limit or split the file");
          }
          rows.add(++row, values);
        }
      }
    }
  }

  /** The values of a row up to the last one that is there. */
  private @Nullable Object[] row() throws XMLStreamException {
    List<@Nullable Object> values = new ArrayList<>();
    int column = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
        return values.toArray();
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && (xml.getLocalName().equals("table-cell")
              || xml.getLocalName().equals("covered-table-cell"))) {
        int times = repeated("number-columns-repeated");
        Object value = cell(xml.getLocalName());
        if (value != null) {
          int end = (int) Math.min(MOST_COLUMNS, (long) column + times);
          while (values.size() < column) {
            values.add(null);
          }
          while (values.size() < end) {
            values.add(value);
          }
        }
        column = (int) Math.min(MOST_COLUMNS, (long) column + times);
      }
    }
  }

  private @Nullable Object cell(String element) throws XMLStreamException {
    String type = attribute("value-type");
    String number = attribute("value");
    String flag = attribute("boolean-value");
    String date = attribute("date-value");
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth == 0 && xml.getLocalName().equals(element)) {
          break;
        }
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("annotation")) {
          skip();
          continue;
        }
        if (xml.getLocalName().equals("p") && !text.isEmpty()) {
          text.append('\n');
        } else if (xml.getLocalName().equals("s")) {
          int room = Math.max(1, MOST_BLANKS - text.length());
          text.repeat(' ', Math.min(repeated("c"), room));
        } else if (xml.getLocalName().equals("tab")) {
          text.append('\t');
        }
        depth++;
      } else if (event == XMLStreamConstants.CHARACTERS && depth > 0) {
        text.append(xml.getText());
      }
    }
    return switch (type) {
      case "float", "percentage", "currency" -> number(number);
      case "boolean" -> flag.equals("true");
      case "date" -> serial ? XlsxValue.serial(date) : date;
      default -> text.isEmpty() ? null : text.toString();
    };
  }

  /** Passes the rest of the element that has just begun. */
  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private static @Nullable Object number(String text) {
    try {
      return XlsxValue.number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return text.isEmpty() ? null : text;
    }
  }
}
