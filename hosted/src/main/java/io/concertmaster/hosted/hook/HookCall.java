package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program's call, without its body.
 *
 * @param path its parts behind {@code /hooks/}
 * @param headers by names in small letters; several values of one are joined by commas
 * @param query by name; several values of one as a list
 * @param address from which it comes
 */
public record HookCall(
    String method,
    List<String> path,
    Map<String, String> headers,
    JsonObject query,
    String address) {
  /** What stands in the data of a run in place of a secret. */
  static final String NOT_KEPT = "(not kept)";

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  public HookCall {
    path = List.copyOf(path);
    headers = Map.copyOf(headers);
  }

  /** A header, by its name in small letters. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The same without the values of some headers. */
  HookCall withholding(BiPredicate<String, String> secret) {
    Map<String, String> kept = new HashMap<>(headers);
    kept.replaceAll((name, value) -> secret.test(name, value) ? NOT_KEPT : value);
    return new HookCall(method, path, kept, query, address);
  }

  /** The media type of the body in small letters, without parameters. */
  String mediaType() {
    String type = headers.getOrDefault("content-type", "");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the body comes in another form than its own, such as made smaller with gzip. */
  boolean isPacked() {
    String coding = headers.getOrDefault("content-encoding", "").strip();
    return !coding.isEmpty() && !coding.equalsIgnoreCase("identity");
  }

  /** What the call says of how the characters of its body are written as bytes. */
  Optional<String> charset() {
    Matcher said = CHARSET.matcher(headers.getOrDefault("content-type", ""));
    return said.find() ? Optional.of(said.group(1)) : Optional.empty();
  }
}
