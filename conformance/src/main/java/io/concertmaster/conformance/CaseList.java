package io.concertmaster.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the cases of a folder: {@code SUITE/NODE/NAME.json}, with {@code cases.csv} beside. */
final class CaseList {
  private final Path folder;
  private final Map<String, Boolean> oraclePass = new HashMap<>();

  CaseList(Path folder) throws IOException {
    this.folder = folder;
    Path list = folder.resolve("cases.csv");
    if (Files.isRegularFile(list)) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
        for (NamedCsvRecord row : rows) {
          oraclePass.put(row.getField("case"), row.getField("oracle_pass").equals("True"));
        }
      }
    }
  }

  /** The cases of a suite by node and name; none where the suite's folder is missing. */
  List<WorkflowCase> of(String suite) throws IOException {
    Path root = folder.resolve(suite);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> root.relativize(file).getNameCount() > 1)
          .sorted()
          .map(file -> workflowCase(suite, root, file))
          .toList();
    }
  }

  private WorkflowCase workflowCase(String suite, Path root, Path file) {
    Path relative = root.relativize(file);
    String node = relative.getName(0).toString();
    String name = relative.subpath(1, relative.getNameCount()).toString();
    Optional<Boolean> pass =
        suite.equals("cases")
            ? Optional.ofNullable(oraclePass.get(node + "/" + name))
            : Optional.empty();
    return new WorkflowCase(suite, node, name, file, pass);
  }
}
