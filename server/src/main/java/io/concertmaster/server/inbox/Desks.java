package io.concertmaster.server.inbox;

import io.concertmaster.engine.Engine;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.TaskBoard;
import io.concertmaster.server.project.Project;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What serves people in each project: where forms and tasks are answered, and the list of tasks.
 */
public final class Desks implements AutoCloseable {
  private final Function<Project, FormDesk> made;

  /** By the engine of a project: one that was made anew under an id has another. */
  private final Map<Engine, FormDesk> desks = new ConcurrentHashMap<>();

  private final Map<Engine, TaskBoard> boards = new ConcurrentHashMap<>();

  /** Desks, made by the first who asks. */
  public Desks(Function<Project, FormDesk> made) {
    this.made = made;
  }

  /** Where forms and tasks of a project are answered. */
  public FormDesk desk(Project project) {
    return desks.computeIfAbsent(project.engine(), engine -> made.apply(project));
  }

  /** The tasks of a project. */
  public TaskBoard board(Project project) {
    return boards.computeIfAbsent(project.engine(), TaskBoard::new);
  }

  /** A project was closed. */
  public void forget(Project project) {
    desks.remove(project.engine());
    Optional.ofNullable(boards.remove(project.engine())).ifPresent(TaskBoard::close);
  }

  @Override
  public void close() {
    boards.values().forEach(TaskBoard::close);
  }
}
