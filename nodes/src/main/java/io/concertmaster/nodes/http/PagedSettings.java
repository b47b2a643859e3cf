package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one page: those of the item, with the URL that the page before told, and with the
 * parameters that change from page to page.
 *
 * @param url the page's own address; empty for that of the settings
 */
record PagedSettings(Parameters all, String url, List<Change> changes) implements Parameters {
  /** A parameter of this page: in the query, a header or the body. */
  record Change(String place, String name, @Nullable Object value) {}

  static PagedSettings of(Parameters all, String url) throws NodeException {
    List<Change> changes = new ArrayList<>();
    if (all.text("pages").equals("parameters")) {
      for (Parameters each : all.entries("pageParameters")) {
        String name = each.text("name").strip();
        if (!name.isEmpty()) {
          changes.add(new Change(each.text("place"), name, each.value("value")));
        }
      }
    }
    return new PagedSettings(all, url, List.copyOf(changes));
  }

  @Override
  public @Nullable Object value(String name) throws NodeException {
    Object value = all.value(name);
    return switch (name) {
      case "url" -> url.isEmpty() ? value : url;
      case "query" -> url.isEmpty() ? with(value, "query") : notInUrl(value);
      case "headers" -> with(value, "header");
      case "fields", "form", "parts" -> with(value, "body");
      case "json" -> json(value);
      case "body" -> body(value);
      default -> value;
    };
  }

  /** The parameters that the page's own address does not have already. */
  private @Nullable Object notInUrl(@Nullable Object entries) {
    if (!(entries instanceof JsonArray list)) {
      return entries;
    }
    String query = "&" + url.substring(url.indexOf('?') + 1);
    return JsonArray.copyOf(
        list.stream()
            .filter(entry ->
                !(entry instanceof JsonObject object
                    && object.get("name") instanceof String name
                    && query.contains("&" + Addresses.encode(name) + "=")))
            .toList());
  }

  /** A body that changes is JSON where the settings have none. */
  private @Nullable Object body(@Nullable Object kind) {
    boolean changed = changes.stream().anyMatch(change -> change.place().equals("body"));
    return changed && "none".equals(kind) ? "fields" : kind;
  }

  private @Nullable Object with(@Nullable Object entries, String place) {
    JsonArray list = entries instanceof JsonArray array ? array : JsonArray.empty();
    List<@Nullable Object> changed = new ArrayList<>(list);
    for (Change change : changes) {
      if (change.place().equals(place)) {
        changed.removeIf(entry ->
            entry instanceof JsonObject object
                && Objects.equals(object.get("name"), change.name()));
        changed.add(JsonObject.of("name", change.name(), "value", change.value()));
      }
    }
    return JsonArray.copyOf(changed);
  }

  private @Nullable Object json(@Nullable Object value) throws NodeException {
    if (changes.stream().noneMatch(change -> change.place().equals("body"))) {
      return value;
    }
    Object parsed;
    try {
      parsed = value instanceof String text ? Json.parse(text) : value;
    } catch (JsonException e) {
      throw new NodeException("The JSON of the body cannot be read: " + e.getMessage(), e)
          .atProperty("json");
    }
    JsonObject object = parsed instanceof JsonObject fields ? fields : JsonObject.empty();
    for (Change change : changes) {
      if (change.place().equals("body")) {
        object = object.with(change.name(), change.value());
      }
    }
    return object;
  }
}
