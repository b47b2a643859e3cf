package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a workbook may unpack to. A workbook is a ZIP file; one of a few kilobytes can be made to
 * unpack to terabytes. Sheets shrink to a tenth or a twentieth, so that these bounds stand far off.
 */
final class XlsxLimits {
  private static final int PARTS = 1_000;
  private static final long SMALL = 64L << 20;
  private static final long RATIO = 100;
  private static final long SHARED_TEXTS = 256L << 20;

  private XlsxLimits() {}

  /** Refuses what is no ZIP file and what unpacks to too much. */
  static void demand(Path file, String name) throws NodeException, IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > PARTS) {
        throw refused(name, "it has more than " + PARTS + " parts");
      }
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        long size = part.getSize();
        if (size > SMALL && size / Math.max(1, part.getCompressedSize()) > RATIO) {
          throw refused(name, "a part of it unpacks to more than a hundred times its size");
        }
        if (part.getName().endsWith("sharedStrings.xml") && size > SHARED_TEXTS) {
          throw refused(name, "its texts take more than 256 MB; export it as CSV");
        }
      }
    } catch (ZipException e) {
      throw new NodeException(
          "“" + name + "” is no XLSX workbook: save it in Excel as “Excel workbook”", e);
    }
  }

  private static NodeException refused(String name, String why) {
    return new NodeException("“" + name + "” is not read: " + why);
  }
}
