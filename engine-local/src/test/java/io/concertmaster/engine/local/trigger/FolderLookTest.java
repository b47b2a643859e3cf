package io.concertmaster.engine.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.FileChange;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look at a folder finds, and how often it asks for it. */
class FolderLookTest {
  private static final int FILES = 2_000;

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final List<Path> demanded = new ArrayList<>();

  private FolderLook look() throws FolderLook.Trouble {
    Listening.Files wanted =
        new Listening.Files(
            "files",
            folder.toString(),
            path -> {
              asked.add(path);
              return path.endsWith(".json");
            },
            true,
            Set.of(FileChange.Kind.CREATED),
            Duration.ZERO,
            false,
            Duration.ofSeconds(1),
            change -> JsonObject.empty());
    return FolderLook.at(folder, wanted, (path, use) -> demanded.add(path), () -> false);
  }

  @Test
  void eachFileIsAskedForOnceAndOnlyLinksAreJudgedByThemselves() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    for (int i = 0; i < FILES; i++) {
      Files.createFile((i % 2 == 0 ? folder : below).resolve(i + ".json"));
    }
    Files.createFile(folder.resolve("note.txt"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), below.resolve("1.json"));

    FolderLook look = look();

    assertThat(look.files()).hasSize(FILES + 1).containsKeys("0.json", "below/1.json", "link.json");
    assertThat(asked).hasSize(FILES + 2).doesNotHaveDuplicates();
    assertThat(demanded).containsExactly(folder, folder.toRealPath().resolve(link.getFileName()));
    assertThat(look.folders()).hasSize(2);
    assertThat(look.problem()).isEmpty();
  }

  @Test
  void whereTheSystemListsNoMountsADriveIsKnownByItsNumber() throws Exception {
    String drive =
        FolderDrive.of(
            folder,
            path -> {
              throw new IOException("Mount point not found");
            });

    assertThat(drive).isEqualTo("device " + Files.getAttribute(folder, "unix:dev"));
    assertThat(look().drive()).isNotEmpty().isNotEqualTo(drive);
  }
}
