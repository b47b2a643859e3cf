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
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.file.FileTrouble;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files that an item carries: into one ZIP archive, or each with gzip. */
public final class FileCompress implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.compress", "Compress files")
          .summary("Packs files into a ZIP archive, or each with gzip")
          .family(Family.FILES)
          .icon("mdoal-archive")
          .keywords("zip", "gzip", "pack", "archive", "compression")
          .property(
              Property.of(
                      "format",
                      "Format",
                      PropertyKind.choice(
                          new Option("zip", "ZIP", "One archive of all files."),
                          new Option("gzip", "Gzip", "Each file by itself.")))
                  .defaultsTo("zip")
                  .literalOnly())
          .property(
              Property.of("files", "Files", PropertyKind.text("data, report"))
                  .help("The names under which the item carries them, with commas.")
                  .defaultsTo("data"))
          .property(
              Property.of("fileName", "File name", PropertyKind.text("files.zip"))
                  .help("Of the archive. With gzip: empty for the file's name and .gz."))
          .property(
              Property.of("binaryProperty", "Goes to", PropertyKind.text())
                  .help("The name under which the item carries the result; of several: with 0, 1 …")
                  .defaultsTo("data"))
          .property(
              Property.of("numbered", "Number one result too", PropertyKind.flag())
                  .help("A single packed file goes to data0, not to data.")
                  .defaultsTo(false)
                  .when("format", "gzip"))
          .property(
              Property.of("keepFiles", "Keep the item's files", PropertyKind.flag())
                  .defaultsTo(false))
          .documentation(
              """
              Packs the files that each item carries. **ZIP** makes one archive of all the files \
              that *Files* names, such as `data, report`; two files of the same name get a number. \
              **Gzip** packs each file by itself. The record goes on as it came; of the files only \
              the packed ones, unless *Keep the item's files* is on. Files are read and written as \
              streams, so their size is not bound by memory.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("format") instanceof String format ? format : "zip";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      try {
        context.output().add(packed(context, item, position).pairedTo(position, 0));
      } catch (NodeException e) {
        context.reject(item, position, e);
      }
      position++;
    }
    return NodeResult.done();
  }

  private static Item packed(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    Map<String, BinaryData> files = new LinkedHashMap<>();
    for (String name : settings.texts("files")) {
      BinaryData file = item.binary().get(name.strip());
      if (file == null) {
        throw new NodeException("The item carries no file “" + name.strip() + "”")
            .atProperty("files");
      }
      files.put(name.strip(), file);
    }
    if (files.isEmpty()) {
      throw new NodeException("“Files” names none").atProperty("files");
    }
    Map<String, BinaryData> result =
        new HashMap<>(settings.flag("keepFiles") ? item.binary() : Map.of());
    String goesTo = settings.requiredText("binaryProperty");
    String name = settings.text("fileName").strip();
    if (settings.text("format").equals("zip")) {
      result.put(goesTo, zipped(context, List.copyOf(files.values()), name));
    } else {
      int number = 0;
      for (BinaryData file : files.values()) {
        String key = files.size() == 1 && !settings.flag("numbered") ? goesTo : goesTo + number;
        result.put(key, gzipped(context, file, files.size() == 1 ? name : ""));
        number++;
      }
    }
    return item.withBinary(result);
  }

  private static BinaryData zipped(NodeContext context, List<BinaryData> files, String wanted)
      throws NodeException, InterruptedException {
    String name = wanted.isEmpty() ? "files.zip" : wanted.contains(".") ? wanted : wanted + ".zip";
    return made(
        context,
        name,
        "application/zip",
        bytes -> {
          try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, Integer> taken = new HashMap<>();
            for (BinaryData file : files) {
              zip.putNextEntry(new ZipEntry(free(taken, file.fileName())));
              copy(context, file, zip);
              zip.closeEntry();
            }
          }
        });
  }

  private static String free(Map<String, Integer> taken, String wanted) {
    String name = wanted.isEmpty() ? "file" : wanted;
    int times = taken.merge(name, 1, Integer::sum);
    int dot = name.lastIndexOf('.');
    int end = dot <= 0 ? name.length() : dot;
    return times == 1 ? name : name.substring(0, end) + "_" + times + name.substring(end);
  }

  private static BinaryData gzipped(NodeContext context, BinaryData file, String wanted)
      throws NodeException, InterruptedException {
    String name =
        wanted.isEmpty()
            ? (file.fileName().isEmpty() ? "file" : file.fileName()) + ".gz"
            : wanted.endsWith(".gz") || wanted.endsWith(".gzip") ? wanted : wanted + ".gz";
    return made(
        context,
        name,
        "application/gzip",
        bytes -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            copy(context, file, gzip);
          }
        });
  }

  private static void copy(NodeContext context, BinaryData file, OutputStream to)
      throws NodeException, IOException, InterruptedException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = context.binaries().open(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        to.write(buffer, 0, read);
        context.checkInterrupted();
      }
    }
  }

  /** Writes packed bytes. */
  private interface Packing {
    void write(OutputStream bytes) throws NodeException, IOException, InterruptedException;
  }

  private static BinaryData made(NodeContext context, String name, String mimeType, Packing packing)
      throws NodeException, InterruptedException {
    try {
      Path part = Files.createTempFile("concertmaster-", ".part");
      try {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part))) {
          packing.write(bytes);
        }
        return context.binaries().store(name, mimeType, Files.newInputStream(part));
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw FileTrouble.of("pack", name, e);
    }
  }
}
