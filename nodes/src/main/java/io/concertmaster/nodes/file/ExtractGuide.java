package io.concertmaster.nodes.file;

/** What people read about {@link FileExtract}. */
final class ExtractGuide {
  static final String TEXT =
      """
      Reads the file that each item carries (under `data`, unless you say otherwise) and sends one \
      item for each row. Files are read as streams: a million rows need no more memory than ten.

      **CSV.** The delimiter is found out from the first lines. A byte order mark is skipped. A \
      name that comes twice in the header gets `_2`, an empty one becomes `column3`. Empty lines \
      are left out. Values stay text, so that article number `007` and postcode `00501` survive. \
      *Convert numbers and true/false* turns `12`, `-0.5` and `true` into numbers and flags; what \
      has a leading zero, an exponent or a plus sign stays text, and so does an integer of more \
      than 18 digits. A row with more or fewer values than the header is an error that names the \
      line; when the node's errors go to its error output, only the bad rows go there, with their \
      `line` and `values`, and the others go on. A quote that nobody closes is an error too: the \
      rest of the file would be taken for one value.

      **Encoding.** A byte order mark decides. Bytes that are no text in the encoding are an error, \
      so that nothing comes in changed: a file that Excel or another program of Windows wrote as \
      CSV is often in `windows-1252`.

      **JSON.** A list gives an item for each element, an object gives one item. *Rows at* goes to \
      a list deeper inside, such as `data.rows`. Elements that are no objects become \
      `{"value": …}`.

      **JSON lines.** One JSON value on each line; empty lines are left out.

      **Excel.** Cells give text, numbers, true/false, and dates as ISO text such as `2026-01-05` \
      or `2026-01-05T09:30:00`; formulas give their last computed value. Empty cells are null, \
      empty rows are left out. **Excel 97 to 2003** is held in memory. **OpenDocument** sheets, and \
      tables of **HTML** and **RTF**, are read in the same way; with *Keep as text* HTML and RTF give \
      text only. What a workbook really is, is told from its first bytes, not from its name.

      **The whole text**, **all bytes** and **calendars** become one value of one item, in the \
      field `data` unless you say otherwise; so does JSON with a field named under *Goes to*. A \
      calendar has `events`, each with `summary`, `start`, `end` and so on; moments are \
      `{ date, type }`.

      **PDF** gives `text` and, about the document, `numpages` (pages), `numrender` (pages read), \
      `info` (title, author, dates and so on) and `metadata`, where there is any. Workflows \
      from n8n also have `version`, that of the reader whose fields these are there. Scanned pages have no text.

      **Limits.** Workbooks that unpack to far more than they should are refused; a file that \
      becomes one value may have 128 MB, an HTML, RTF or XLS file 64 MB.
      """;

  private ExtractGuide() {}
}
