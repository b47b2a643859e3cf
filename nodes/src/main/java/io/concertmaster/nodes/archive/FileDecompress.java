package io.concertmaster.nodes.archive;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.HashMap;
import java.util.Map;

/** Unpacks ZIP archives and gzip files that items carry. */
public final class FileDecompress implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.decompress", "Decompress files")
          .summary("Unpacks ZIP archives and gzip files")
          .family(Family.FILES)
          .icon("mdomz-unarchive")
          .keywords("unzip", "gunzip", "zip", "gzip", "unpack", "extract", "archive")
          .property(
              Property.of("files", "Files", PropertyKind.text("data"))
                  .help("The names under which the item carries them, with commas.")
                  .defaultsTo("data"))
          .property(
              Property.of("prefix", "Go to", PropertyKind.text())
                  .help("The names under which the item carries what was in them: with 0, 1 …")
                  .defaultsTo("file_"))
          .property(
              Property.of("keepFiles", "Keep the item's files", PropertyKind.flag())
                  .defaultsTo(false))
          .documentation(
              """
              Unpacks the archives that each item carries: of a **ZIP** archive every file, of a \
              **gzip** file the one that is in it. What a file is, is told from its first bytes. \
              The files go on with the item as `file_0`, `file_1` and so on, in the archive's \
              order, without its folders; the record stays as it came. What macOS adds to archives \
              (`__MACOSX`) is left out.

              **Limits.** An archive of more than 1,000 files, a file that unpacks to more than \
              a hundred times its size once it has 64 MB, and archives of more than 10 GB unpacked \
              are refused: they are made to fill disks.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      try {
        context.output().add(unpacked(context, item, position).pairedTo(position, 0));
      } catch (NodeException e) {
        context.reject(item, position, e);
      }
      position++;
    }
    return NodeResult.done();
  }

  private static Item unpacked(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    Map<String, BinaryData> result =
        new HashMap<>(settings.flag("keepFiles") ? item.binary() : Map.of());
    Unpacking unpacking = new Unpacking(context);
    for (String name : settings.texts("files")) {
      BinaryData file = item.binary().get(name.strip());
      if (file == null) {
        throw new NodeException("The item carries no file “" + name.strip() + "”")
            .atProperty("files");
      }
      unpacking.add(file);
    }
    int number = 0;
    for (BinaryData each : unpacking.files()) {
      result.put(settings.text("prefix") + number++, each);
    }
    return item.withBinary(result);
  }
}
