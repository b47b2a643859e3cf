package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program's call.
 *
 * @param path its parts behind {@code /hooks/}
 * @param headers by names in small letters; several values of one are joined by commas
 * @param query by name; several values of one as a list
 * @param body the bytes as they came
 * @param parts of a body of type {@code multipart/form-data}
 * @param address from which it comes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
public record HookCall(
    String method,
    List<String> path,
    Map<String, String> headers,
    JsonObject query,
    byte[] body,
    Optional<HookParts> parts,
    String address) {
  public HookCall {
    path = List.copyOf(path);
    headers = Map.copyOf(headers);
  }

  /** A header, by its name in small letters. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The media type of the body in small letters, without parameters. */
  String mediaType() {
    String type = headers.getOrDefault("content-type", "");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
  }
}
