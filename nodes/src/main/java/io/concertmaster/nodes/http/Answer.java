package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An answer that has arrived. Its bytes lie in a temporary file until it is closed.
 *
 * @param status such as 200
 * @param uri the address that answered, after redirects
 * @param largest the most bytes that are read of it, unpacked
 */
record Answer(int status, HttpHeaders headers, URI uri, Path file, long largest)
    implements AutoCloseable {
  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  /** A header's first value, or an empty text. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The media type in small letters without parameters; empty where the server names none. */
  String mimeType() {
    String type = header("content-type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The bytes, unpacked where the server packed them. */
  InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    return switch (header("content-encoding").toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new CappedStream(new GZIPInputStream(bytes), largest);
      default -> bytes;
    };
  }

  boolean isEmpty() throws IOException {
    return Files.size(file) == 0;
  }

  /** The text up to a number of bytes, in the character set that the server names, or UTF-8. */
  String text(int most) throws IOException {
    if (isEmpty()) {
      return "";
    }
    try (InputStream bytes = open()) {
      return new String(bytes.readNBytes(most), charset());
    }
  }

  private Charset charset() {
    Matcher matcher = CHARSET.matcher(header("content-type"));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  @Override
  public void close() throws NodeException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new NodeException("Cannot delete the temporary file " + file, e);
    }
  }
}
