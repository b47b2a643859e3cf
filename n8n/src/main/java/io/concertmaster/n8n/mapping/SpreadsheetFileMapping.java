package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import java.util.List;
import java.util.Optional;

/**
 * {@code spreadsheetFile}: reads and writes sheets. Version 1 knows a file by its content, and
 * converts the numbers in a CSV.
 */
final class SpreadsheetFileMapping implements NodeMapping {
  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.spreadsheetFile");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    ours.put("binaryProperty", asked.value("binaryPropertyName", "data"), "data");
    boolean writes = asked.word("operation", "fromFile").equals("toFile");
    if (writes) {
      ours.put("item", "empty");
      ConvertToFileMapping.table(asked, ours, asked.word("fileFormat", "xls"));
    } else {
      reading(asked, ours);
    }
    asked.tellRest();
    return Optional.of(
        Mapped.of(
            writes ? ConvertToFileMapping.OURS : ExtractFromFileMapping.OURS, ours.settings()));
  }

  private static void reading(AskedSettings asked, Ours ours) {
    String format = asked.word("fileFormat", "autodetect");
    boolean unknown = asked.version() < 2 || format.equals("autodetect");
    if (!unknown) {
      ours.put("format", format);
      SheetReading.read(asked, ours, format);
      return;
    }
    // The file may be a CSV or a workbook: the options for both count.
    boolean empty = asked.flag("options.includeEmptyCells", false);
    SheetReading.read(asked, ours, "xlsx");
    ours.put("empty", empty ? "text" : "omit", "text");
    if (asked.version() >= 2) {
      ours.put("keepMark", !asked.flag("options.enableBOM", false), false);
      ours.put("values", "text");
    }
    Object delimiter = asked.value("options.delimiter");
    if (delimiter != null && !delimiter.equals("")) {
      ConvertToFileMapping.delimiter(ours, delimiter);
    }
    asked.ignore("fileFormat");
  }
}
