package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/**
 * What stays in the result of a join. The first side is the one whose items are looked at one after
 * the other.
 *
 * @param pairs whether items that match become one
 * @param firstMatched whether items of the first side that match stay as they are
 * @param firstAlone whether items of the first side without a match stay
 * @param secondMatched whether items of the second side that match stay as they are
 * @param secondAlone whether items of the second side without a match stay
 * @param onlyFirstMatch whether only the first match of an item counts
 * @param aloneLast whether items without a match come after all others
 * @param tellSource whether items without a match say from which input they are
 * @param swapped whether input 2 is the first side
 */
record Keep(
    boolean pairs,
    boolean firstMatched,
    boolean firstAlone,
    boolean secondMatched,
    boolean secondAlone,
    boolean onlyFirstMatch,
    boolean aloneLast,
    boolean tellSource,
    boolean swapped) {
  static final Property JOIN =
      Property.of(
              "join",
              "Keep",
              PropertyKind.choice(
                  Option.of("inner", "Matches only"),
                  Option.of("left", "All of input 1, with matches where there are"),
                  Option.of("right", "All of input 2, with matches where there are"),
                  Option.of("outer", "All of both, with matches where there are"),
                  Option.of("semi", "Items of input 1 that have a match, as they are"),
                  Option.of("semiSecond", "Items of input 2 that have a match, as they are"),
                  Option.of("anti", "Items of input 1 without a match only"),
                  Option.of("antiSecond", "Items of input 2 without a match only"),
                  Option.of("antiBoth", "Items of both without a match only")))
          .defaultsTo("inner")
          .literalOnly()
          .when("mode", "combineByFields");

  /** What the settings say. */
  static Keep of(Parameters settings) throws NodeException {
    boolean only = settings.text("matches").equals("first");
    boolean last = settings.flag("aloneLast");
    boolean tell = settings.flag("tellSource");
    return switch (settings.text(JOIN.name())) {
      case "inner" -> new Keep(true, false, false, false, false, only, last, false, false);
      case "left" -> new Keep(true, false, true, false, false, only, last, false, false);
      case "right" -> new Keep(true, false, true, false, false, only, last, false, true);
      case "outer" -> new Keep(true, false, true, false, true, only, last, false, false);
      case "semi" -> new Keep(false, true, false, false, false, true, last, false, false);
      case "semiSecond" -> new Keep(false, false, false, true, false, only, last, false, false);
      case "anti" -> new Keep(false, false, true, false, false, true, last, tell, false);
      case "antiSecond" -> new Keep(false, false, false, false, true, only, last, tell, false);
      case "antiBoth" -> new Keep(false, false, true, false, true, only, last, tell, false);
      case String other ->
          throw new NodeException("“" + other + "” is not a way to join").atProperty("join");
    };
  }
}
