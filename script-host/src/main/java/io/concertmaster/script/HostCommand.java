package io.concertmaster.script;

import io.concertmaster.model.expression.Expression;
import io.concertmaster.node.data.Item;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a process: this Java, little memory, an interpreter that starts fast, and
 * only the classes that scripts need. GraalJS lies in the folder that the property {@value #FOLDER}
 * names, or on this program's own class path.
 */
final class HostCommand {
  /** The property with the folder of GraalJS's jars. */
  static final String FOLDER = "concertmaster.script";

  /**
   * The part of the memory for new objects: what a script returns is copied out of it once, and a
   * process with small scripts never takes more.
   */
  private static final int YOUNG = 5;

  /** The part of the memory that a process has at first, and again after a large script. */
  private static final int AT_FIRST = 4;

  /**
   * Keeps what the rehearsal's small scripts did out of the cache: by it the compiler would work
   * for them, and do its work again for a large one (measured: a third more CPU time).
   */
  private static final String NO_PROFILES = "-XX:-AOTRecordTraining";

  private static final String MAIN = "io.concertmaster.script.host.HostMain";

  /** A class out of each jar that the process has of this program. */
  private static final List<String> OWN =
      List.of(
          HostCommand.class.getName().replace('.', '/'),
          Expression.class.getName().replace('.', '/'),
          Item.class.getName().replace('.', '/'),
          "tools/jackson/core/JsonParser");

  /** A class out of each jar that GraalJS consists of. */
  private static final List<String> GRAAL =
      List.of(
          "org/graalvm/polyglot/Engine",
          "com/oracle/truffle/api/Truffle",
          "com/oracle/truffle/js/lang/JavaScriptLanguage",
          "com/oracle/truffle/regex/RegexLanguage",
          "org/graalvm/shadowed/com/ibm/icu/text/Normalizer2",
          "org/graalvm/shadowed/org/tukaani/xz/XZ",
          "org/graalvm/collections/EconomicMap",
          "org/graalvm/word/WordBase",
          "org/graalvm/nativeimage/ImageInfo");

  private HostCommand() {}

  /**
   * Prepares a process.
   *
   * @param folder an empty folder, in which it lives
   */
  static ProcessBuilder of(HostSettings settings, Path folder) {
    return of(settings, folder, startCache(settings));
  }

  /**
   * Prepares a process that makes a cache of a recording, runs no script and ends.
   *
   * @param folder an empty folder, in which it lives
   */
  static ProcessBuilder assembly(Path recording, Path cache, Path folder) {
    List<String> options =
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + recording,
            "-XX:AOTCache=" + cache,
            "-XX:+UnlockDiagnosticVMOptions",
            NO_PROFILES);
    return of(HostSettings.DEFAULT, folder, options);
  }

  private static ProcessBuilder of(HostSettings settings, Path folder, List<String> cache) {
    Set<Path> classPath = classPath();
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.addAll(
        List.of(
            "-Xmx" + settings.heap() + "m",
            "-Xms" + settings.heap() / AT_FIRST + "m",
            "-Xmn" + settings.heap() / YOUNG + "m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-ShrinkHeapInSteps",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-Xlog:disable",
            "-Xlog:all=off",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder,
            "-Dpolyglot.engine.WarnInterpreterOnly=false"));
    command.addAll(cache);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(MAIN);
    command.add(ZoneId.systemDefault().getId());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String root = environment.get("SystemRoot");
    environment.clear();
    if (root != null) {
      environment.put("SystemRoot", root); // without it no process starts on Windows
    }
    return builder;
  }

  /** Java's ahead-of-time cache (JEP 483, 514): the options to use it, or to record for it. */
  private static List<String> startCache(HostSettings settings) {
    if (settings.recording().isPresent()) {
      return List.of(
          "-XX:AOTMode=record",
          "-XX:AOTConfiguration=" + settings.recording().get(),
          "-XX:+UnlockDiagnosticVMOptions",
          NO_PROFILES);
    }
    return Optional.ofNullable(System.getProperty(FOLDER))
        .map(folder -> Path.of(folder, StartCache.FILE).toAbsolutePath())
        .filter(Files::exists)
        .map(file -> List.of("-XX:AOTCache=" + file))
        .orElse(List.of());
  }

  private static Path java() {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");
    return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
  }

  private static Set<Path> classPath() {
    Set<Path> path = new LinkedHashSet<>();
    OWN.forEach(name -> path.add(place(name)));
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      GRAAL.forEach(name -> path.add(place(name)));
      return path;
    }
    try (Stream<Path> jars = Files.list(Path.of(folder).toAbsolutePath())) {
      jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(path::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the scripts' folder " + folder + " cannot be read", e);
    }
    return path;
  }

  /** The jar or folder in which a class lies. */
  private static Path place(String name) {
    String file = name + ".class";
    @Nullable URL url = HostCommand.class.getClassLoader().getResource(file);
    if (url == null) {
      throw new IllegalStateException(
          "a part of GraalJS is missing (" + name + "): name its folder in -D" + FOLDER);
    }
    String address = url.toString();
    if (address.startsWith("jar:")) {
      return Path.of(URI.create(address.substring(4, address.indexOf("!/"))));
    }
    return Path.of(URI.create(address.substring(0, address.length() - file.length())));
  }
}
