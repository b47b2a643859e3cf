package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, 9.1), its cells as
 * a stream.
 */
final class OdsConvert {
  static final String MIME = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  private OdsConvert() {}

  static void write(TableRows table, String sheet, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      stored(zip, "mimetype", MIME);
      zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
      zip.write(manifest().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("content.xml"));
      content(table, sheet, zip);
      zip.closeEntry();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The first part says the type, and is not packed, so that it can be seen from outside. */
  private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  private static String manifest() {
    String entry = "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest"
        + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
        + " manifest:version=\"1.3\">"
        + entry.formatted("/", MIME)
        + entry.formatted("content.xml", "text/xml")
        + "</manifest:manifest>";
  }

  private static void content(TableRows table, String sheet, OutputStream bytes)
      throws NodeException, IOException, InterruptedException, XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("office:document-content");
    xml.writeAttribute("xmlns:office", OFFICE);
    xml.writeAttribute("xmlns:table", TABLE);
    xml.writeAttribute("xmlns:text", TEXT);
    xml.writeAttribute("office:version", "1.3");
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:spreadsheet");
    xml.writeStartElement("table:table");
    xml.writeAttribute("table:name", sheet);
    table.each((row, cells) -> {
      try {
        xml.writeStartElement("table:table-row");
        for (Object cell : cells) {
          cell(xml, cell);
        }
        xml.writeEndElement();
      } catch (XMLStreamException e) {
        throw new IOException(e.getMessage(), e);
      }
    });
    xml.writeEndDocument();
    xml.flush();
  }

  private static void cell(XMLStreamWriter xml, @Nullable Object value) throws XMLStreamException {
    String text = Columns.text(value);
    if (text.isEmpty()) {
      xml.writeEmptyElement("table:table-cell");
      return;
    }
    xml.writeStartElement("table:table-cell");
    switch (value) {
      case Boolean flag -> {
        xml.writeAttribute("office:value-type", "boolean");
        xml.writeAttribute("office:boolean-value", flag.toString());
      }
      case Double number -> {
        xml.writeAttribute("office:value-type", "float");
        xml.writeAttribute("office:value", NumberText.of(number));
      }
      case Number number -> {
        xml.writeAttribute("office:value-type", "float");
        xml.writeAttribute("office:value", number.toString());
      }
      case null, default -> xml.writeAttribute("office:value-type", "string");
    }
    for (String line : text.split("\n", -1)) {
      xml.writeStartElement("text:p");
      xml.writeCharacters(line.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", ""));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
