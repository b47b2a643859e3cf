package io.concertmaster.model.expression;

import io.concertmaster.node.data.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another JavaScript engine, to compare with: the program node, where it is installed. */
final class NodeProcess {
  /** Reads a JSON string a line and answers with its value in a notation of its own. */
  @SuppressWarnings("InlineFormatString") // a program, no format string
  private static final String PROGRAM =
      """
      const record = RECORD;
      const show = v => {
        if (v === null) return 'null';
        switch (typeof v) {
          case 'undefined': case 'function': return 'undefined';
          case 'number': return Object.is(v, -0) ? '-0' : String(v);
          case 'string': return JSON.stringify(v);
          case 'boolean': return String(v);
        }
        if (Array.isArray(v))
          return '[' + Array.from(v, e => { const t = show(e); return t === 'undefined' ? 'null' : t; }) + ']';
        return '{' + Object.keys(v).map(k => [k, show(v[k])]).filter(([, t]) => t !== 'undefined')
          .map(([k, t]) => JSON.stringify(k) + ':' + t) + '}';
      };
      const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(l => l);
      for (const line of lines) {
        let answer;
        try {
          const f = new Function('$json', 'return (' + JSON.parse(line) + ')');
          answer = show(f(JSON.parse(JSON.stringify(record))));
        } catch (e) {
          answer = e instanceof TypeError || e instanceof ReferenceError ? 'undefined' : 'error';
        }
        console.log(answer);
      }
      """;

  private NodeProcess() {}

  /** Whether there is one. */
  static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The values of expressions. */
  static List<String> values(List<String> expressions) throws IOException {
    Path program = Files.createTempFile("expressions", ".js");
    Path input = Files.createTempFile("expressions", ".txt");
    try {
      Files.writeString(program, PROGRAM.replace("RECORD", RandomExpressions.RECORD));
      Files.write(input, expressions.stream().map(Json::write).toList());
      Process process =
          new ProcessBuilder("node", program.toString())
              .redirectInput(input.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } finally {
      Files.delete(program);
      Files.delete(input);
    }
  }
}
