package io.concertmaster.cli;

import io.concertmaster.model.expression.EvalLine;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code concertmaster eval}: expressions, line by line, by the evaluator that nodes use. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description =
        "Reads lines {\"expression\": …, \"input\": …} and writes lines {\"value\": …, \"type\": …} or {\"error\": …}.",
    footer = {"", "Exit: 0 all lines were read, those with an error too, 2 wrong usage."})
final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--tier",
      defaultValue = "auto",
      paramLabel = "auto|0|1",
      description =
          "The evaluator: 0 is the fast one, 1 is all of JavaScript in a process of its own; without"
              + " it each expression gets the first that can do it.")
  private String tier;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private EvalCommand() {}

  @Override
  public Integer call() throws IOException {
    ExpressionEvaluator.Tier chosen =
        switch (tier) {
          case "auto" -> ExpressionEvaluator.Tier.CHOSEN;
          case "0" -> ExpressionEvaluator.Tier.FIRST;
          case "1" -> ExpressionEvaluator.Tier.SECOND;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "--tier " + tier + " is not there: say 0, 1 or auto");
        };
    PrintWriter out = spec.commandLine().getOut();
    try (ScriptHost scripts = new ScriptHost(HostSettings.DEFAULT)) {
      ExpressionEvaluator evaluator = ExpressionEvaluator.with(scripts).using(chosen);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          out.println(Json.write(evaluate(line, evaluator)));
          out.flush();
        }
      }
    }
    return ExitCode.OK;
  }

  private static JsonObject evaluate(String line, ExpressionEvaluator evaluator) {
    try {
      return Json.parse(line, JsonLimits.DATA) instanceof JsonObject object
          ? EvalLine.evaluate(object, evaluator)
          : JsonObject.of("error", "the line is no JSON object");
    } catch (JsonException e) {
      return JsonObject.of("error", "the line is no JSON: " + e.getMessage());
    }
  }
}
