package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.Fragment;
import io.concertmaster.model.io.FragmentText;
import io.concertmaster.model.io.WorkflowFileException;
import java.util.Collection;
import java.util.Optional;

/** Copy and paste of nodes as JSON text, between windows and through mails. */
public final class Clipboard {
  private Clipboard() {}

  /** The text for the clipboard. */
  public static String copy(Workflow workflow, Collection<String> ids) {
    return FragmentText.write(Fragment.of(workflow, ids));
  }

  /**
   * The nodes that a text from the clipboard holds; empty where it holds something else.
   *
   * @throws WorkflowFileException when it should hold nodes but something in it is wrong
   */
  public static Optional<Fragment> read(String text) throws WorkflowFileException {
    return FragmentText.parse(text);
  }

  /** A copy of nodes beside the originals. */
  public static Paste duplicate(Workflow workflow, Collection<String> ids, double dx, double dy) {
    return new Paste(Fragment.of(workflow, ids), dx, dy);
  }
}
