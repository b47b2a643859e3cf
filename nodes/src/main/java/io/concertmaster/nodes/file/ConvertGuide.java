package io.concertmaster.nodes.file;

/** What people read about {@link FileConvert}. */
final class ConvertGuide {
  static final String TEXT =
      """
      Takes all items that come in and sends a single one, which carries the file under \
      `data` and tells `fileName`, `mimeType`, `size` (bytes) and `rows`. Some formats make \
      a file of each item instead. Follow with *Write file* to save it.

      **CSV** is UTF-8. The columns are all fields of all items, in the order in which they \
      first appear; an item without a field leaves the cell empty, and so does null. Lists \
      and objects are written as JSON text. *Guard against formulas* matters when people \
      open the file in a spreadsheet and the data came from strangers: text that begins \
      with `=`, `+`, `-`, `@` or a tab gets a `'` in front. Numbers are never touched.

      **JSON** is one list of all items' records; **JSON lines** one record on each line.

      **Excel** has a bold first row, and cells that are numbers, true/false or text. A \
      number of more than 15 digits is written as text, because Excel would round it. A \
      sheet holds 1,048,576 rows, a cell 32,767 characters.

      **Excel 97 to 2003** ends at 65,536 rows and 256 columns, and is made in memory. \
      **OpenDocument** is what LibreOffice writes. **HTML** and **RTF** have one table.

      **Text of a field** and **bytes of a field** (base64, a data URL too) make a file of \
      each item; so does JSON with *A file for each item*. The media type comes from the \
      file name, or from the first bytes. A character that the encoding has no place for is an \
      error, never a `?`.

      **Calendar event** makes an event (RFC 5545) of each item, such as calendar programs \
      open. Times without a zone are in the workflow's.

      Tables and JSON are made as streams on the disk; their size is not bound by memory.
      """;

  private ConvertGuide() {}
}
