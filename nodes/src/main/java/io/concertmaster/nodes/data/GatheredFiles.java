package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The files of several items, each under a name of its own. */
final class GatheredFiles {
  private final boolean take;
  private final boolean onlyDifferent;
  private final Map<String, BinaryData> files = new LinkedHashMap<>();
  private final Set<BinaryData> seen = new HashSet<>();

  private GatheredFiles(boolean take, boolean onlyDifferent) {
    this.take = take;
    this.onlyDifferent = onlyDifferent;
  }

  /** What a setting says: {@code none}, {@code all} or {@code different}. */
  static GatheredFiles of(String setting) throws NodeException {
    return switch (setting) {
      case "none" -> new GatheredFiles(false, false);
      case "all" -> new GatheredFiles(true, false);
      case "different" -> new GatheredFiles(true, true);
      default -> throw new NodeException("“files” cannot be “" + setting + "”").atProperty("files");
    };
  }

  /** Takes the files of one item more; {@code data} becomes {@code data_1} where it is taken. */
  void add(Item item) {
    if (!take) {
      return;
    }
    for (Map.Entry<String, BinaryData> file : item.binary().entrySet()) {
      if (onlyDifferent && !seen.add(file.getValue())) {
        continue;
      }
      String name = file.getKey();
      for (int number = 1; files.containsKey(name); number++) {
        name = file.getKey() + "_" + number;
      }
      files.put(name, file.getValue());
    }
  }

  Map<String, BinaryData> all() {
    return files;
  }
}
