package io.concertmaster.n8n.report;

import java.util.ArrayList;
import java.util.List;

/** Takes what a mapping has to say of one node. */
public final class Findings {
  private final String node;
  private final List<Finding> all;

  /** Findings on one node, added to a list. */
  public Findings(String node, List<Finding> all) {
    this.node = node;
    this.all = all;
  }

  /** Findings that nobody wants to hear. */
  public static Findings unheard() {
    return new Findings("", new ArrayList<>());
  }

  /** The part means nearly the same. */
  public void approximated(String parameter, String message) {
    all.add(new Finding(Finding.Kind.APPROXIMATED, node, parameter, message));
  }

  /** The part is not there any more, or not in force. */
  public void leftOut(String parameter, String message) {
    all.add(new Finding(Finding.Kind.LEFT_OUT, node, parameter, message));
  }

  /** The part means the same. */
  public void mapped(String parameter, String message) {
    all.add(new Finding(Finding.Kind.MAPPED, node, parameter, message));
  }

  /** What somebody else has to say. */
  public void addAll(List<Finding> others) {
    all.addAll(others);
  }
}
