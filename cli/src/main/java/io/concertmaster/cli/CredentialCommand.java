package io.concertmaster.cli;

import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Property;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster credential}: what the nodes of this machine sign in with. */
@Command(
    name = "credential",
    mixinStandardHelpOptions = true,
    description =
        "Keeps the credentials that nodes name: sealed in the home, and never shown again.")
final class CredentialCommand {
  /** In which order help names the commands. */
  static final List<String> ORDER = List.of("set", "list", "types", "remove");

  private static final int LONGEST = 100_000;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private CredentialCommand() {}

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description =
          "Sets a credential. Its values are a JSON object of texts, read from standard input or a"
              + " file: what stands on the command line is seen by others on this machine.",
      footer = {
        "",
        "For example: concertmaster credential set acme --type httpBearer < acme.json",
        "with {\"token\": \"…\"} in acme.json. 'credential types' tells the types and their fields.",
        "",
        "Exit: 0, or 2 where values or the home are not right."
      })
  int set(
      @Parameters(paramLabel = "NAME", description = "By which nodes name it.") String name,
      @Option(
              names = "--type",
              paramLabel = "TYPE",
              required = true,
              description = "What kind it is, such as httpBearer.")
          String type,
      @Option(
              names = "--values",
              paramLabel = "FILE",
              description = "A file with the values; standard input without it.")
          @Nullable Path file,
      @Mixin HomeOption home) {
    CredentialType kind = type(type);
    JsonObject values = values(file);
    try {
      new HomeCredentials(home.folder()).put(name, kind, values, Instant.now());
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw failed(e);
    }
    say("The credential " + name + " (" + kind.label() + ") is set.");
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the credentials of the home, without their values.",
      footer = {"", "Exit: 0, or 2 where the home cannot be read."})
  int list(
      @Option(names = "--json", description = "As JSON.") boolean json, @Mixin HomeOption home) {
    List<HomeCredentials.Entry> all;
    try {
      all = new HomeCredentials(home.folder()).all();
    } catch (IOException e) {
      throw failed(e);
    }
    if (json) {
      say(
          Json.writePretty(
                  JsonObject.of(
                      "credentials",
                      JsonArray.copyOf(all.stream().map(CredentialCommand::json).toList())))
              .stripTrailing());
    } else if (all.isEmpty()) {
      say("No credentials yet: set one with 'concertmaster credential set NAME --type TYPE'.");
    } else {
      int widest = all.stream().mapToInt(each -> each.name().length()).max().orElse(0);
      all.forEach(each ->
          say(
              each.name()
                  + " ".repeat(widest + 2 - each.name().length())
                  + each.type()
                  + "  ("
                  + String.join(", ", each.fields())
                  + ")"));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "types",
      mixinStandardHelpOptions = true,
      description = "Lists the types of credentials, their fields, and which of them are secret.",
      footer = {"", "Exit: 0."})
  int types() {
    for (CredentialType each : BuiltInNodes.catalog().credentialTypes().values()) {
      say(each.name() + ": " + each.label() + ". " + each.help());
      for (Property field : each.fields()) {
        say(
            "  "
                + field.name()
                + ": "
                + field.label()
                + (field.required() ? ", required" : "")
                + (field.secret() ? ", secret" : ""));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes a credential away. Nodes that name it fail from then on.",
      footer = {"", "Exit: 0, or 2 where there is none of that name."})
  int remove(
      @Parameters(paramLabel = "NAME", description = "By which nodes name it.") String name,
      @Mixin HomeOption home) {
    try {
      if (!new HomeCredentials(home.folder()).remove(name)) {
        throw new CommandException(
            ExitCode.USAGE,
            "there is no credential “" + name + "”: 'concertmaster credential list' shows all");
      }
    } catch (IOException e) {
      throw failed(e);
    }
    say("The credential " + name + " is gone.");
    return ExitCode.OK;
  }

  private static CredentialType type(String name) {
    Map<String, CredentialType> all = BuiltInNodes.catalog().credentialTypes();
    CredentialType type = all.get(name);
    if (type == null) {
      throw new CommandException(
          ExitCode.USAGE,
          "there is no type “"
              + name
              + "” of credentials: take one of "
              + String.join(", ", all.keySet()));
    }
    return type;
  }

  private static JsonObject values(@Nullable Path file) {
    String from = file == null ? "standard input" : file.toString();
    try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new CommandException(
            ExitCode.USAGE, from + " holds more than " + LONGEST + " bytes: too much to sign in");
      }
      return Json.parseObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonException e) { // its message may have a part of a secret in it
      throw new CommandException(
          ExitCode.USAGE,
          from + " holds no JSON object of texts, such as {\"user\": \"…\", \"password\": \"…\"}");
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, from + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static JsonObject json(HomeCredentials.Entry entry) {
    return JsonObject.of("name", entry.name(), "type", entry.type())
        .with("fields", JsonArray.copyOf(entry.fields()))
        .with("updated", entry.updated().toString());
  }

  private static CommandException failed(IOException e) {
    return new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
