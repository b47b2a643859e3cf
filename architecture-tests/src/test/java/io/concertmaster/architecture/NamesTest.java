package io.concertmaster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Names and sizes: nothing is called after what it is not, and a file has one reason to exist. */
@AnalyzeClasses(packages = "io.concertmaster", importOptions = DoNotIncludeTests.class)
final class NamesTest {
  private static final int LONGEST_FILE = 500;

  @ArchTest
  static final ArchRule no_class_is_a_util_helper_manager_or_impl =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common)");

  @ArchTest
  static final ArchRule no_package_is_a_drawer =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..", "..impl..");

  @Test
  void no_source_file_is_longer_than_five_hundred_lines() throws IOException {
    Path root = Path.of(System.getProperty("concertmaster.root", ".."));
    try (Stream<Path> files = Files.walk(root)) {
      List<String> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> lines(file) > LONGEST_FILE)
              .map(file -> root.relativize(file) + ": " + lines(file) + " lines")
              .toList();
      Assertions.assertThat(tooLong).isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
