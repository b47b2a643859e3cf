package io.concertmaster.simulation.bug;

import io.concertmaster.simulation.judge.Broken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The engine with a bug: the classes of the engine and of the simulation, those apart that the bug
 * changes.
 */
public final class Mutant extends ClassLoader {
  private static final String PACKAGE = "io.concertmaster.";
  private static final String ENGINE = "engine-local/src/main/java/io/concertmaster/engine/local/";

  private final Map<String, byte[]> changed;

  private Mutant(Map<String, byte[]> changed) {
    super(Mutant.class.getClassLoader());
    this.changed = changed;
  }

  /**
   * Plants a bug.
   *
   * @param root the folder of the project
   * @throws IllegalStateException when the sources are no longer as the bug expects them
   */
  public static Mutant of(Bug bug, Path root) throws IOException {
    Map<Path, String> sources = new LinkedHashMap<>();
    for (Bug.Edit edit : bug.edits()) {
      Path file = root.resolve(ENGINE + edit.file());
      String text = sources.containsKey(file) ? sources.get(file) : Files.readString(file);
      sources.put(file, edited(bug, edit, text));
    }
    return new Mutant(compiled(bug, sources));
  }

  private static String edited(Bug bug, Bug.Edit edit, String text) {
    Matcher matcher = pattern(edit.before()).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(
          edit.file() + " no longer has “" + edit.before() + "”: plant " + bug.name() + " anew");
    }
    int start = matcher.start();
    int end = matcher.end();
    if (matcher.find()) {
      throw new IllegalStateException(
          edit.file() + " has “" + edit.before() + "” twice: plant " + bug.name() + " anew");
    }
    return text.substring(0, start) + edit.after() + text.substring(end);
  }

  /** The text with any blanks and line ends between its words. */
  private static Pattern pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    Matcher words = Pattern.compile("\\w+|\"[^\"]*\"|\\S").matcher(text);
    while (words.find()) {
      pattern.append(pattern.isEmpty() ? "" : "\\s*").append(Pattern.quote(words.group()));
    }
    return Pattern.compile(pattern.toString());
  }

  private static Map<String, byte[]> compiled(Bug bug, Map<Path, String> sources)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((file, text) -> units.add(new Source(file, text)));
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  new Target(files, classes),
                  null,
                  List.of(
                      "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path", "")),
                  null,
                  units)
              .call();
      if (!compiled) {
        throw new IllegalStateException(bug.name() + " cannot be compiled: " + complaints);
      }
    }
    Map<String, byte[]> bytes = new HashMap<>();
    classes.forEach((name, out) -> bytes.put(name, out.toByteArray()));
    return bytes;
  }

  /** A source as it stands in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(Path file, String text) {
      super(URI.create("string:///" + file.getFileName()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }

  /** Keeps the classes in memory. */
  private static final class Target extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Target(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          classes.put(name, out);
          return out;
        }
      };
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean own =
        name.startsWith(PACKAGE + "engine.local.")
            || (name.startsWith(PACKAGE + "simulation.")
                && !name.startsWith(PACKAGE + "simulation.bug."));
    if (!own) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = changed.get(name);
    if (bytes == null) {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        bytes = in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /**
   * What the judge finds in the world of a seed with the bug in it.
   *
   * @param folder with the files of the workflows that are found by file
   * @return the promise that was broken; an empty text where none was, and where the world broke
   *     off for another reason: that a class cannot be loaded is no sign that a bug is found
   */
  public String judged(long seed, Path folder) throws ReflectiveOperationException {
    String found = tried(seed, folder);
    return found.startsWith(Broken.class.getName() + ":") ? found : "";
  }

  /**
   * Runs the world of a seed with the bug in it.
   *
   * @param folder with the files of the workflows that are found by file
   * @return what was found, whatever it is; an empty text where nothing was
   */
  public String tried(long seed, Path folder) throws ReflectiveOperationException {
    return (String)
        loadClass("io.concertmaster.simulation.Trial")
            .getMethod("of", long.class, Path.class)
            .invoke(null, seed, folder);
  }
}
