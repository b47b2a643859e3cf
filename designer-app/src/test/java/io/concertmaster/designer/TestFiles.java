package io.concertmaster.designer;

import io.concertmaster.designer.frame.FileChoice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.stage.Stage;

/** Answers the questions for files in the order in which a test said. */
final class TestFiles implements FileChoice {
  final Deque<Path> answers = new ArrayDeque<>();

  @Override
  public Optional<Path> open(Stage window) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> save(Stage window, Path suggestion) {
    return Optional.ofNullable(answers.poll());
  }
}
