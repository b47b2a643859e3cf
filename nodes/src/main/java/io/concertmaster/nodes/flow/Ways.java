package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Conditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link Switch} decides. Belongs to one activation. */
sealed interface Ways {
  /**
   * The outputs that fit an item, by position, in their order; empty where none does.
   *
   * @param settings those of the item
   * @param outputs how many outputs there are, that for all others apart
   * @param most how many outputs to find at most
   */
  List<Integer> of(Parameters settings, int outputs, int most)
      throws NodeException, InterruptedException;

  /** By rules, each with conditions. */
  record Rules(Conditions conditions) implements Ways {
    @Override
    public List<Integer> of(Parameters settings, int outputs, int most)
        throws NodeException, InterruptedException {
      JsonArray rules = settings.list("rules");
      List<Integer> fitting = new ArrayList<>(1);
      for (int i = 0; i < rules.size() && fitting.size() < most; i++) {
        JsonObject rule = entry(rules.get(i), "rules", i);
        int output = rule.get("output") instanceof java.lang.Number own ? own.intValue() : i;
        if (output < 0 || output >= outputs) {
          throw new NodeException("Rule " + (i + 1) + " leads to no output: there is no " + output)
              .atProperty("rules[" + i + "].output");
        }
        try {
          JsonArray list =
              rule.get("conditions") instanceof JsonArray some ? some : JsonArray.empty();
          if (conditions.meets(list, "any".equals(rule.get("match")) ? "any" : "all")) {
            fitting.add(output);
          }
        } catch (NodeException e) {
          throw new NodeException("Rule " + (i + 1) + ": " + e.getMessage(), e)
              .atProperty("rules[" + i + "]." + e.property());
        }
      }
      return fitting;
    }
  }

  /** By one value that is compared with those of the cases. */
  record Cases(Conditions conditions) implements Ways {
    @Override
    public List<Integer> of(Parameters settings, int outputs, int most)
        throws NodeException, InterruptedException {
      Object value = settings.value("value");
      JsonArray cases = settings.list("cases");
      List<Integer> fitting = new ArrayList<>(1);
      for (int i = 0; i < Math.min(cases.size(), outputs) && fitting.size() < most; i++) {
        if (conditions.areEqual(value, entry(cases.get(i), "cases", i).get("equals"))) {
          fitting.add(i);
        }
      }
      return fitting;
    }
  }

  /** By the number of an output. */
  record ByNumber() implements Ways {
    @Override
    public List<Integer> of(Parameters settings, int outputs, int most) throws NodeException {
      long number = settings.wholeNumber("number");
      if (number < 0 || number >= outputs) {
        throw new NodeException("There is no output " + number + ": they are 0 to " + (outputs - 1))
            .atProperty("number");
      }
      return List.of((int) number);
    }
  }

  private static JsonObject entry(@Nullable Object entry, String name, int index)
      throws NodeException {
    if (entry instanceof JsonObject object) {
      return object;
    }
    String path = name + "[" + index + "]";
    throw new NodeException("“" + path + "” must be an object").atProperty(path);
  }
}
