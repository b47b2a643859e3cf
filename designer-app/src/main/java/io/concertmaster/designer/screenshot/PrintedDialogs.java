package io.concertmaster.designer.screenshot;

import io.concertmaster.designer.document.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Nobody is there to ask: what must be told goes to standard error, and nothing is lost. */
public final class PrintedDialogs implements FileDialogs {
  private boolean told;

  /** Whether something had to be told. */
  public boolean told() {
    return told;
  }

  @Override
  public Optional<Path> chooseFile() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> choosePlace(Path suggestion) {
    return Optional.empty();
  }

  @Override
  public Unsaved askUnsaved(String title) {
    return Unsaved.CANCEL;
  }

  @Override
  public Changed askChanged(Path file, boolean dirty) {
    return Changed.KEEP;
  }

  @Override
  public boolean askOverwrite(Path file) {
    return false;
  }

  @Override
  public boolean askReplace(Path file) {
    return false;
  }

  @Override
  public boolean askCancel(String run, List<String> waits) {
    return false;
  }

  @Override
  public void tell(String headline, String why) {
    told = true;
    System.err.println(headline + ": " + why);
  }
}
