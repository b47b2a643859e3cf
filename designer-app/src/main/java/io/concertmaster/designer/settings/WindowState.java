package io.concertmaster.designer.settings;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the window was left.
 *
 * @param theme the chosen theme's id
 * @param bounds where the window stood
 * @param dividers where the borders between the areas stood, as parts of 1, by name
 * @param recent files opened or saved, newest first, at most {@value #RECENT}
 */
public record WindowState(
    String theme, Bounds bounds, Map<String, Double> dividers, List<Path> recent) {
  /** How many recent files are kept. */
  public static final int RECENT = 12;

  /**
   * The window's place.
   *
   * @param x of its left edge; not a number where it never stood anywhere
   * @param y of its top edge; not a number where it never stood anywhere
   */
  public record Bounds(double x, double y, double width, double height, boolean maximized) {}

  public WindowState {
    dividers = Collections.unmodifiableMap(new LinkedHashMap<>(dividers));
    recent = recent.stream().distinct().limit(RECENT).toList();
  }

  /** A window that was never opened. */
  public static WindowState fresh() {
    return new WindowState(
        "system", new Bounds(Double.NaN, Double.NaN, 1600, 1000, false), Map.of(), List.of());
  }

  public WindowState withTheme(String changed) {
    return new WindowState(changed, bounds, dividers, recent);
  }

  public WindowState withBounds(Bounds changed) {
    return new WindowState(theme, changed, dividers, recent);
  }

  /** With a divider moved. */
  public WindowState withDivider(String name, double position) {
    Map<String, Double> changed = new LinkedHashMap<>(dividers);
    changed.put(name, position);
    return new WindowState(theme, bounds, changed, recent);
  }

  /** With a file as the newest. */
  public WindowState withRecent(Path file) {
    List<Path> changed = new ArrayList<>(List.of(file));
    changed.addAll(recent);
    return new WindowState(theme, bounds, dividers, changed);
  }

  /** Without a file that is gone. */
  public WindowState withoutRecent(Path file) {
    return new WindowState(
        theme, bounds, dividers, recent.stream().filter(each -> !each.equals(file)).toList());
  }

  /** Where a divider stood. */
  public OptionalDouble divider(String name) {
    Double position = dividers.get(name);
    return position == null ? OptionalDouble.empty() : OptionalDouble.of(position);
  }

  /** As its file says it. */
  JsonObject toJson() {
    return JsonObject.builder()
        .put("theme", theme)
        .put(
            "window",
            JsonObject.builder()
                .put("x", Double.isNaN(bounds.x()) ? null : bounds.x())
                .put("y", Double.isNaN(bounds.y()) ? null : bounds.y())
                .put("width", bounds.width())
                .put("height", bounds.height())
                .put("maximized", bounds.maximized())
                .build())
        .put("dividers", JsonObject.copyOf(dividers))
        .put("recent", JsonArray.copyOf(recent.stream().map(Path::toString).toList()))
        .build();
  }

  /** From its file; whatever is missing or strange there is as in a fresh window. */
  static WindowState fromJson(JsonObject json) {
    WindowState fresh = fresh();
    JsonObject window =
        json.get("window") instanceof JsonObject object ? object : JsonObject.empty();
    Map<String, Double> dividers = new LinkedHashMap<>();
    if (json.get("dividers") instanceof JsonObject object) {
      object.forEach((name, value) -> {
        double position = value instanceof Number number ? number.doubleValue() : -1;
        if (position >= 0 && position <= 1) {
          dividers.put(name, position);
        }
      });
    }
    List<Path> recent = new ArrayList<>();
    if (json.get("recent") instanceof JsonArray array) {
      array.forEach(each -> addPath(recent, each));
    }
    return new WindowState(
        json.get("theme") instanceof String theme ? theme : fresh.theme(),
        new Bounds(
            number(window, "x", Double.NaN),
            number(window, "y", Double.NaN),
            Math.max(640, number(window, "width", fresh.bounds().width())),
            Math.max(400, number(window, "height", fresh.bounds().height())),
            Boolean.TRUE.equals(window.get("maximized"))),
        dividers,
        recent);
  }

  private static void addPath(List<Path> paths, @Nullable Object text) {
    try {
      if (text instanceof String path) {
        paths.add(Path.of(path));
      }
    } catch (InvalidPathException e) {
      // Written by hand or on another system: a recent file that nobody can open is left out.
      return;
    }
  }

  private static double number(JsonObject json, String name, double otherwise) {
    return json.get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }
}
