package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.local.journal.ActiveTables;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.WatchRow;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store keeps beside its runs: for each active workflow of a {@link StoreSample} its rows,
 * and what a workflow keeps from run to run.
 */
final class KeptState {
  private final Map<String, Set<String>> rows;
  private final String problem;

  private KeptState(Map<String, Set<String>> rows, String problem) {
    this.rows = rows;
    this.problem = problem;
  }

  /** That of the store of a folder, which nobody has open. */
  static KeptState of(Path home) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    StringBuilder problem = new StringBuilder();
    try (Journal journal = Journal.open(Machine.THIS, home.resolve("journal.db"), () -> {})) {
      for (String workflow : Set.of(StoreSample.CLOCKED, StoreSample.WATCHING)) {
        put(rows, problem, "active " + workflow, () -> active(journal.active(), workflow));
      }
      put(
          rows,
          problem,
          "kept " + StoreSample.CLOCKED,
          () ->
              Stream.of(
                  journal.reader().staticData(StoreSample.CLOCKED, StoreSample.KEEPER).toString()));
    } catch (StoreException e) {
      problem.append("the store: ").append(e.getMessage());
    }
    return new KeptState(rows, problem.toString());
  }

  private static void put(
      Map<String, Set<String>> rows,
      StringBuilder problem,
      String part,
      Supplier<Stream<String>> read) {
    try {
      rows.put(part, read.get().collect(Collectors.toCollection(TreeSet::new)));
    } catch (StoreException e) {
      problem.append(part).append(": ").append(e.getMessage()).append("; ");
    }
  }

  private static Stream<String> active(ActiveTables tables, String workflow) {
    List<WatchRow> watches =
        tables.folders().watches().stream()
            .filter(each -> each.workflow().equals(workflow))
            .toList();
    Stream<? extends Record> rows =
        Stream.of(
                tables.workflows().stream().filter(each -> each.workflow().equals(workflow)),
                tables.schedules().stream().filter(each -> each.workflow().equals(workflow)),
                tables.waiting().stream().filter(each -> each.workflow().equals(workflow)),
                watches.stream())
            .flatMap(each -> each);
    return Stream.concat(
        rows.map(Record::toString),
        tables.folders().files(watches).values().stream()
            .flatMap(files -> files.entrySet().stream())
            .map(Map.Entry::toString));
  }

  /** What says that something of it cannot be read; empty where nothing does. */
  String problem() {
    return problem;
  }

  /** Its parts by name. */
  Set<String> parts() {
    return rows.keySet();
  }

  /** How many rows a part has; 0 where it cannot be read. */
  int size(String part) {
    return rows.getOrDefault(part, Set.of()).size();
  }

  /** The parts that are not as they were, as far as they can be read. */
  Set<String> changed(KeptState before) {
    return rows.keySet().stream()
        .filter(part -> !rows.get(part).equals(before.rows.get(part)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether there is a row that was not there before. */
  boolean isStrange(KeptState before) {
    return rows.keySet().stream()
        .anyMatch(part -> !before.rows.getOrDefault(part, Set.of()).containsAll(rows.get(part)));
  }
}
