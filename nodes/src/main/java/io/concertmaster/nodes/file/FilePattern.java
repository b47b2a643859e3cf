package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files by a pattern: {@code *} stands for any part of a name, {@code ?} for one character, {@code
 * **} for any folders in between. Nothing else is special, brackets and braces included. As in a
 * shell, names that begin with a dot match only where the pattern writes the dot. Links to files
 * are followed, links to folders are not, so that a walk always ends.
 */
final class FilePattern {
  private static final int MOST_CHOICES = 1_000;

  private FilePattern() {}

  /** Whether a path has places to fill. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /**
   * The files that match, in the order of their paths; none where the folder is missing.
   *
   * @throws NodeException when a folder on the way cannot be read
   * @throws InterruptedException when the run was cancelled meanwhile
   */
  static List<Path> find(NodeContext context, String text)
      throws NodeException, InterruptedException {
    String slashes = text.replace('\\', '/');
    int fixed = slashes.lastIndexOf('/', firstWildcard(slashes));
    Path start = context.path(fixed < 0 ? "." : fixed == 0 ? "/" : slashes.substring(0, fixed));
    String rest = slashes.substring(fixed + 1);
    Walk walk = new Walk(start, Pattern.compile(regex(rest)), depth(rest));
    try {
      Files.walkFileTree(start, walk);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.of("look for files in", start.toString(), e).atProperty("path");
    }
    context.checkInterrupted();
    Collections.sort(walk.found);
    for (Path each : walk.found) {
      context.path(each.toString()); // a link may lead to where runs do not reach
    }
    return walk.found;
  }

  /**
   * The patterns that a text means when braces hold choices: {@code *.{png,jpg}} means {@code
   * *.png} and {@code *.jpg}.
   *
   * @throws NodeException when there are more than a thousand
   */
  static List<String> choices(String text) throws NodeException {
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return List.of(text);
    }
    int inner = text.lastIndexOf('{', close);
    List<String> all = new ArrayList<>();
    for (String choice : text.substring(inner + 1, close).split(",", -1)) {
      all.addAll(choices(text.substring(0, inner) + choice + text.substring(close + 1)));
      if (all.size() > MOST_CHOICES) {
        throw new NodeException("“" + text + "” stands for too many patterns").atProperty("path");
      }
    }
    return all;
  }

  private static int firstWildcard(String text) {
    int star = text.indexOf('*');
    int mark = text.indexOf('?');
    return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
  }

  private static int depth(String rest) {
    return rest.contains("**") ? Integer.MAX_VALUE : rest.split("/", -1).length;
  }

  /** The pattern as a regular expression over the path below the start, with slashes. */
  static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      boolean nameStarts = i == 0 || pattern.charAt(i - 1) == '/';
      char c = pattern.charAt(i);
      if (pattern.startsWith("**/", i) && nameStarts) {
        regex.append("(?:(?!\\.)[^/]+/)*");
        i += 3;
      } else if (pattern.startsWith("**", i)) {
        regex.append(nameStarts ? "(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+" : ".*");
        i += 2;
      } else if (c == '*') {
        regex.append(nameStarts ? "(?!\\.)[^/]*" : "[^/]*");
        i++;
      } else if (c == '?') {
        regex.append(nameStarts ? "(?!\\.)[^/]" : "[^/]");
        i++;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
        i++;
      }
    }
    return regex.toString();
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final Pattern pattern;
    private final int depth;
    private final List<Path> found = new ArrayList<>();

    Walk(Path start, Pattern pattern, int depth) {
      this.start = start;
      this.pattern = pattern;
      this.depth = depth;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (Thread.currentThread().isInterrupted()) {
        return FileVisitResult.TERMINATE;
      }
      boolean deepEnough =
          !folder.equals(start) && start.relativize(folder).getNameCount() >= depth;
      return deepEnough ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String below = start.relativize(file).toString().replace('\\', '/');
      if (pattern.matcher(below).matches() && Files.isRegularFile(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, @Nullable IOException error)
        throws IOException {
      if (file.equals(start) && error != null) {
        throw error;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
