package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.FileChange;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTriggerTest {
  @TempDir Path folder;

  private static Listening.Files listening(String settings) throws NodeException {
    return (Listening.Files)
        new FileTrigger()
            .listening(
                Json.parseObject(settings.replace('\'', '"')), ZoneId.of("UTC"), Instant.EPOCH)
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *             |          | a.csv sub/b.txt | .hidden sub/.x
          *.{csv,txt}   |          | a.csv sub/b.txt | a.pdf a.csv.part
          in/**/*.csv   |          | in/a.csv in/x/y/b.csv | a.csv in/a.txt
          ./in/*.csv    |          | in/a.csv        | in/x/a.csv
          *             | *.part   | a.csv           | a.part sub/b.part
          [a]*.csv      |          | [a]b.csv        | ab.csv
          """)
  void patternsSayWhichFilesCount(String pattern, String but, String these, String notThese)
      throws Exception {
    Listening.Files files =
        listening(
            Json.write(
                JsonObject.of("folder", "in", "pattern", pattern)
                    .with("leaveOut", but == null ? "" : but)));
    assertThat(Arrays.stream(these.split(" ", -1))).allMatch(files.fits());
    assertThat(Arrays.stream(notThese.split(" ", -1))).noneMatch(files.fits());
  }

  @Test
  void settingsBecomeWhatIsWaitedFor() throws Exception {
    Listening.Files files =
        listening(
            "{'folder': 'in', 'pattern': '*.csv', 'subfolders': true, 'created': false,"
                + " 'changed': true, 'deleted': true, 'settled': 5, 'existing': 'run',"
                + " 'every': 60}");
    assertThat(files.words()).isEqualTo("files *.csv that change, go in in and its subfolders");
    assertThat(files.kinds())
        .containsExactlyInAnyOrder(FileChange.Kind.CHANGED, FileChange.Kind.DELETED);
    assertThat(files.settled()).isEqualTo(Duration.ofSeconds(5));
    assertThat(files.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(files.existing()).isTrue();
    FileChange change =
        new FileChange(
            FileChange.Kind.DELETED,
            Path.of("/data/in/a.csv"),
            7,
            Instant.parse("2026-11-25T10:00:00Z"));
    assertThat(files.item().apply(change))
        .isEqualTo(
            Json.parseObject(
                """
                {"event": "deleted", "path": "/data/in/a.csv", "name": "a.csv",
                 "folder": "/data/in", "size": 7, "modified": "2026-11-25T10:00:00Z"}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                       | folder  | no folder is given
          {'folder': 'in', 'created': false}       | created | nothing is chosen to wait for
          {'folder': 'in', 'settled': -1}          | settled | “-1” is no number of seconds
          {'folder': 'in', 'every': 0}             | every   | “0” is no number of seconds
          {'folder': 'in', 'every': 'often'}       | every   | “often” is no number of seconds
          """)
  void whatCannotListenSaysWhy(String settings, String property, String why) {
    assertThatThrownBy(() -> listening(settings))
        .isInstanceOfSatisfying(
            NodeException.class, e -> assertThat(e.property()).isEqualTo(property))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "/data/in, *.csv, in/*.csv",
    "C:\\data\\in\\, '', in/*",
    "in, *, in/*",
    "/, *, ''",
    "'', '', ''"
  })
  void theCaptionNamesFolderAndPattern(String in, String pattern, String caption) {
    assertThat(new FileTrigger().caption(JsonObject.of("folder", in, "pattern", pattern)))
        .isEqualTo(caption);
  }

  @Test
  void byHandItTakesTheNewestFileThatFits() throws Exception {
    Path newest = Files.writeString(folder.resolve("b.csv"), "12345");
    Path older = Files.writeString(folder.resolve("a.csv"), "1");
    Path other = Files.writeString(folder.resolve("c.txt"), "1");
    Files.setLastModifiedTime(newest, FileTime.from(Instant.parse("2026-11-25T10:00:00Z")));
    Files.setLastModifiedTime(older, FileTime.from(Instant.parse("2026-11-24T10:00:00Z")));
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-11-26T10:00:00Z")));
    NodeRun run =
        NodeRun.of(new FileTrigger()).folder(folder).with("folder", ".").with("pattern", "*.csv");
    assertThat(run.run().records())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.get("name")).isEqualTo("b.csv");
          assertThat(item.get("event")).isEqualTo("created");
          assertThat(item.get("size")).isEqualTo(5L);
          assertThat(item.get("modified")).isEqualTo("2026-11-25T10:00:00Z");
        });
    assertThat(run.with("pattern", "*.pdf").run().error()).hasMessageContaining("fits “*.pdf”");
    assertThat(run.input(Item.of("path", "x")).run().records())
        .containsExactly(JsonObject.of("path", "x"));
  }
}
