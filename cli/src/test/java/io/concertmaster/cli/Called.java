package io.concertmaster.cli;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a call of the command gave: its exit code and what it printed. */
record Called(int exit, String out, String err) {
  /** Calls the command in this process. */
  static Called with(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = ConcertMaster.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    String[] texts = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    int exit = commandLine.execute(texts);
    return new Called(exit, out.toString(), err.toString());
  }

  /** The JSON on standard output. */
  JsonObject json() {
    return Json.parseObject(out);
  }
}
