package io.concertmaster.script;

import io.concertmaster.model.expression.EvalLine;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.JsonObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the cache with which processes start in half the time: Java's ahead-of-time cache of what
 * one of them loads and compiles while it runs a few scripts. Run once when the program is built or
 * packaged; it holds for exactly these jars and this Java, and without it everything works too.
 */
public final class StartCache {
  /** Its name, in the folder with GraalJS's jars. */
  static final String FILE = "start.aot";

  private StartCache() {}

  /**
   * Makes it, in the folder that the property {@value HostCommand#FOLDER} names.
   *
   * @param args none
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(System.getProperty(HostCommand.FOLDER, ".")).toAbsolutePath();
    Path recording = folder.resolve(FILE + ".recording");
    try (ScriptHost host = new ScriptHost(HostSettings.DEFAULT.withRecording(recording))) {
      rehearse(host);
    }
    Process assembly =
        HostCommand.assembly(recording, folder.resolve(FILE), folder).inheritIO().start();
    int result = assembly.waitFor();
    Files.deleteIfExists(recording);
    if (result != 0) {
      System.err.println("no cache was made in " + folder + ": scripts start slower");
      System.exit(1);
    }
  }

  /** A little of what scripts do most: what is not used here starts no slower than without. */
  private static void rehearse(ScriptHost host) throws Exception {
    Scope scope = EvalLine.scope(JsonObject.of("input", JsonObject.of("a", 1, "b", "text")));
    for (String expression :
        List.of(
            "={{ $json.a + 1 }}",
            "={{ [$json.b].map(x => x.toUpperCase()).join() + JSON.stringify($json) }}",
            "={{ (() => { let n = $now.toISO(); return n.match(/d+/g) })() }}")) {
      host.prepare(ScriptSource.of(expression)).evaluate(scope);
    }
    Scripts scripts = host.scripts(scope, line -> {}, new NoFiles());
    Scripts.Script script =
        Scripts.Script.of(
            "const all = $input.all().map(i => ({json: {...i.json, c: 1}}));\n"
                + "for (const i of all) { console.log(i.json.a); }\nreturn all;",
            Dialect.CODE);
    try (Scripts.Work work = scripts.begin(script)) {
      work.all();
    }
  }

  /** The rehearsal has no files. */
  private record NoFiles() implements Binaries {
    @Override
    public BinaryData store(String fileName, String mimeType, InputStream bytes) {
      throw new UnsupportedOperationException("no file is stored in a rehearsal");
    }

    @Override
    public InputStream open(BinaryData file) throws NodeException {
      throw new NodeException("there is no file in a rehearsal");
    }
  }
}
