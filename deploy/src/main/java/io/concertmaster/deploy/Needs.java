package io.concertmaster.deploy;

import io.concertmaster.deploy.Part.Elsewhere;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.model.mention.Reference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the workflows of a bundle need, and what is wrong with that. */
final class Needs {
  /** By the workflow's file. */
  private final Map<Path, List<Need>> needs = new LinkedHashMap<>();

  /** What people call the workflow of a file. */
  private final Map<Path, String> names = new LinkedHashMap<>();

  /** A need, and the file that meets it. */
  private record Need(Reference of, Optional<Path> met) {}

  /**
   * Notes what a workflow needs.
   *
   * @param file the workflow's
   * @param name what people call the workflow
   * @param found the file that is needed; empty where it is not there, or not known before
   */
  void add(Path file, String name, Reference needed, Optional<Path> found) {
    names.put(file, name);
    needs.computeIfAbsent(file, key -> new ArrayList<>()).add(new Need(needed, found));
  }

  /** A document, with what is wrong with what it needs; to be asked when all are known. */
  Part told(Part part) {
    List<Problem> problems = new ArrayList<>();
    List<Elsewhere> elsewhere = new ArrayList<>();
    for (Need each : needs.getOrDefault(part.file(), List.of())) {
      Reference of = each.of();
      switch (of.kind()) {
        case CALLED_ID, ERROR_ID -> {
          if (each.met().isEmpty()) {
            elsewhere.add(new Elsewhere(of.target(), NamedFiles.missing(of)));
          }
        }
        case OPEN ->
            problems.add(
                NamedFiles.problem(
                    Severity.WARNING,
                    Code.OPEN_CALL,
                    of,
                    "only the run decides which workflow is called, so nothing goes with it: see that"
                        + " those are there which it may be"));
        case FORM, TRIGGER_FORM, CALLED_FILE, ERROR_FILE ->
            NamedFiles.wrong(of, each.met(), part.file().getParent()).ifPresent(problems::add);
      }
      if (of.kind().isCall() && each.met().isPresent()) {
        circle(part.file(), of, each.met().get()).ifPresent(problems::add);
      }
    }
    return part.with(problems, elsewhere);
  }

  /** That a call leads back to the workflow that calls. */
  private Optional<Problem> circle(Path caller, Reference of, Path called) {
    String message;
    if (called.equals(caller)) {
      message = "the workflow calls itself: see that this ends";
    } else if (leadsTo(called, caller)) {
      message =
          "“"
              + names.getOrDefault(called, of.target())
              + "” calls this workflow again, so that they call each other in a circle: see that this"
              + " ends";
    } else {
      return Optional.empty();
    }
    return Optional.of(NamedFiles.problem(Severity.WARNING, Code.CALL_CIRCLE, of, message));
  }

  private boolean leadsTo(Path from, Path to) {
    Set<Path> seen = new HashSet<>();
    Deque<Path> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      Path at = left.poll();
      if (at.equals(to)) {
        return true;
      }
      if (seen.add(at)) {
        needs.getOrDefault(at, List.of()).stream()
            .filter(each -> each.of().kind().isCall())
            .flatMap(each -> each.met().stream())
            .forEach(left::add);
      }
    }
    return false;
  }
}
