package io.concertmaster.server.api;

import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.server.project.Project;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the engines do, in the text format of Prometheus (version 0.0.4). */
final class MetricsText {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private MetricsText() {}

  static String of(Collection<Project> projects, Duration up) {
    Map<String, EngineMetrics> metrics = new LinkedHashMap<>();
    projects.forEach(each -> metrics.put(each.id(), each.engine().metrics()));
    StringBuilder text = new StringBuilder();
    one(text, "concertmaster_up_seconds", "gauge", "Since when the server runs");
    text.append("concertmaster_up_seconds ").append(up.toSeconds()).append('\n');
    each(
        text,
        metrics,
        "concertmaster_runs",
        "gauge",
        "Runs in the engine's hands",
        each -> (double) each.runs());
    each(
        text,
        metrics,
        "concertmaster_steps_total",
        "counter",
        "Steps that ended well",
        each -> (double) each.steps());
    each(
        text,
        metrics,
        "concertmaster_steps_per_second",
        "gauge",
        "Of the last minute",
        EngineMetrics::stepsPerSecond);
    each(
        text,
        metrics,
        "concertmaster_events_total",
        "counter",
        "Events that became durable",
        each -> (double) each.events());
    each(
        text,
        metrics,
        "concertmaster_writes_queued",
        "gauge",
        "Writes that wait for the disk",
        each -> (double) each.queued());
    each(
        text,
        metrics,
        "concertmaster_commit_median_seconds",
        "gauge",
        "Until a write is durable",
        each -> seconds(each.commitMedian()));
    each(
        text,
        metrics,
        "concertmaster_commit_p99_seconds",
        "gauge",
        "99 of 100 writes are durable",
        each -> seconds(each.commitP99()));
    each(
        text,
        metrics,
        "concertmaster_item_writes_queued",
        "gauge",
        "Writes of items and files that wait for the disk",
        each -> (double) each.itemsQueued());
    each(
        text,
        metrics,
        "concertmaster_item_commit_median_seconds",
        "gauge",
        "Until a write of items and files is durable",
        each -> seconds(each.itemsMedian()));
    each(
        text,
        metrics,
        "concertmaster_item_commit_p99_seconds",
        "gauge",
        "99 of 100 writes of items and files are durable",
        each -> seconds(each.itemsP99()));
    each(
        text,
        metrics,
        "concertmaster_journal_bytes",
        "gauge",
        "Size of what happened in runs",
        each -> (double) each.journalBytes());
    each(
        text,
        metrics,
        "concertmaster_item_bytes",
        "gauge",
        "Size of items and files",
        each -> (double) each.itemBytes());
    Runtime runtime = Runtime.getRuntime();
    one(text, "concertmaster_heap_bytes", "gauge", "Memory that is used");
    text.append("concertmaster_heap_bytes ")
        .append(runtime.totalMemory() - runtime.freeMemory())
        .append('\n');
    return text.toString();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void each(
      StringBuilder text,
      Map<String, EngineMetrics> metrics,
      String name,
      String kind,
      String help,
      Function<EngineMetrics, Double> value) {
    one(text, name, kind, help);
    metrics.forEach((project, each) ->
        text.append(name)
            .append("{project=\"")
            .append(project)
            .append("\"} ")
            .append(number(value.apply(each)))
            .append('\n'));
  }

  private static void one(StringBuilder text, String name, String kind, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
