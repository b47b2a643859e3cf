package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's file nodes. */
final class FileMappings {
  private FileMappings() {}

  static List<NodeMapping> all() {
    return List.of(
        new ReadFileMapping(),
        new WriteFileMapping(),
        new ConvertToFileMapping(),
        new ExtractFromFileMapping(),
        new SpreadsheetFileMapping(),
        new MoveBinaryDataMapping(),
        new CalendarFileMapping(),
        new CompressionMapping(),
        new ExecuteCommandMapping());
  }
}
