package io.concertmaster.hosted.http;

import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import io.concertmaster.hosted.upload.SentFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;

/**
 * A body of type {@code multipart/form-data}, taken apart: texts in memory, files on the disk.
 *
 * @param fields texts by name, in the order in which they came
 * @param files until the request has been served
 */
record Multipart(Map<String, List<String>> fields, List<SentFile> files) {
  private static final int PARTS = 5_000;

  /** What the texts of a body have together at most, in bytes. */
  private static final long TEXTS = 16L << 20;

  /**
   * Reads a body.
   *
   * @param type the header, with the boundary
   * @param folder where the parts that are files are written
   * @throws NotTakenException when it is not put together as it must be
   */
  static Multipart read(String type, Content.Source body, long limit, Path folder)
      throws NotTakenException {
    MultiPartConfig config =
        new MultiPartConfig.Builder()
            .maxParts(PARTS)
            .maxSize(limit)
            .maxPartSize(limit)
            .maxMemoryPartSize(TEXTS)
            .maxHeadersSize(8_192)
            .location(folder)
            .useFilesForPartsWithoutFileName(false)
            .build();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<SentFile> files = new ArrayList<>();
    long texts = 0;
    try (MultiPartFormData.Parts parts =
        MultiPartFormData.getParts(body, new Attributes.Mapped(), type, config)) {
      for (MultiPart.Part part : parts) {
        String name = part.getName() == null ? "" : part.getName();
        if (part.getFileName() == null) {
          texts += Math.max(0, part.getLength());
          if (texts > TEXTS) {
            throw new NotTakenException(413, "the fields are larger than " + TEXTS + " bytes");
          }
          fields
              .computeIfAbsent(name, each -> new ArrayList<>())
              .add(part.getContentAsString(StandardCharsets.UTF_8));
        } else if (!part.getFileName().isEmpty()) {
          files.add(file(name, part, folder)); // a control without a file sends an empty name
        }
      }
      return new Multipart(fields, files);
    } catch (IOException | RuntimeException e) {
      drop(files);
      throw new NotTakenException(400, "the fields are not put together as they must be");
    } catch (NotTakenException e) {
      drop(files);
      throw e;
    }
  }

  private static SentFile file(String name, MultiPart.Part part, Path folder) throws IOException {
    Path bytes = Files.createTempFile(folder, "part", "");
    Files.delete(bytes);
    part.writeTo(bytes);
    String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return new SentFile(
        name, part.getFileName(), type == null ? "" : type, Files.size(bytes), bytes);
  }

  /** Takes away what nobody kept. */
  static void drop(List<SentFile> files) {
    for (SentFile each : files) {
      try {
        Files.deleteIfExists(each.bytes());
      } catch (IOException e) {
        System.getLogger(Multipart.class.getName())
            .log(System.Logger.Level.WARNING, "a file of a request stays until it is swept", e);
      }
    }
  }
}
