package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonObject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving replaces a file wholly or not at all. */
class SavingTest {
  @TempDir private Path folder;

  private static final Workflow OLD = Workflow.empty("old", "Old");

  private Path saved() throws WorkflowFileException {
    Path file = folder.resolve("a.workflow.json");
    WorkflowFiles.save(OLD, file);
    return file;
  }

  private void nothingElseIsInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .allMatch(name -> !name.endsWith(".tmp"));
    }
  }

  /** A disk with room for so many bytes. */
  private static OutputStream disk(OutputStream out, int room) {
    return new FilterOutputStream(out) {
      private int left = room;

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        int fits = Math.min(left, length);
        out.write(bytes, from, fits);
        left -= fits;
        if (fits < length) {
          throw new FileSystemException("x", null, "No space left on device");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 300})
  void onAFullDiskTheOldFileStays(int room) throws Exception {
    Path file = saved();
    AtomicFile writer = new AtomicFile(channel -> disk(Channels.newOutputStream(channel), room));

    assertThatThrownBy(() -> WorkflowFiles.save(Samples.everything(), file, writer))
        .isInstanceOf(WorkflowFileException.class)
        .hasMessage(
            file
                + ": not saved: No space left on device; what was there before is unchanged: make"
                + " room, or save to another place");
    assertThat(WorkflowFiles.read(file)).isEqualTo(OLD);
    nothingElseIsInTheFolder();
  }

  @Test
  void whatCouldNotBeReadBackIsNotSaved() throws Exception {
    Path file = saved();
    Workflow tooLong =
        WorkflowBuilder.workflow("w")
            .node("a", "x.y", "A", JsonObject.of("p", "x".repeat(1_000_001)))
            .build();

    assertThatThrownBy(() -> WorkflowFiles.save(tooLong, file))
        .hasMessageStartingWith(file + ": not saved, since it could not be opened again: nodes.a.")
        .message()
        .hasLineCount(1);
    assertThat(WorkflowFiles.read(file)).isEqualTo(OLD);
  }

  @Test
  void aFolderThatIsMissingOrInTheWayIsNamed() throws Exception {
    Path none = folder.resolve("none/a.workflow.json");
    assertThatThrownBy(() -> WorkflowFiles.save(OLD, none))
        .hasMessageStartingWith(none + ": not saved: there is no such file or folder");
    assertThatThrownBy(() -> WorkflowFiles.save(OLD, folder))
        .hasMessageStartingWith(folder + ": not saved: it is a folder");
    try (Stream<Path> around = Files.list(folder.getParent())) {
      assertThat(around)
          .noneMatch(each -> each.getFileName().toString().startsWith("." + folder.getFileName()));
    }
  }

  @Test
  void permissionsAndLinksStay() throws Exception {
    Path file = saved();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.workflow.json"), file);
    Workflow changed = Workflow.empty("new", "New");

    WorkflowFiles.save(changed, link);

    assertThat(link).isSymbolicLink();
    assertThat(WorkflowFiles.read(file)).isEqualTo(changed);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
    nothingElseIsInTheFolder();
  }
}
