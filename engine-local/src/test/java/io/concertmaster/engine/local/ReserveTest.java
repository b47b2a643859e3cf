package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.sqlite.FreeSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room is held where there is some, and a disk of which nothing is known is not full. */
class ReserveTest {
  private static final long SIZE = 3 * 1024 * 1024 + 5;

  @TempDir Path folder;

  @Test
  void aDiskThatDoesNotTellWhatIsFreeIsNotTakenForFull() {
    Reserve reserve = new Reserve(folder, SIZE, disk -> OptionalLong.empty());

    assertThat(reserve.hold()).isTrue();
    assertThat(reserve.isShort()).isFalse();
    assertThat(folder.resolve("reserve")).hasSize(SIZE);
  }

  @Test
  void whereTooLittleIsFreeNothingIsWritten() {
    Reserve reserve = new Reserve(folder, SIZE, disk -> OptionalLong.of(SIZE));

    assertThat(reserve.hold()).isFalse();
    assertThat(folder.resolve("reserve")).doesNotExist();
    assertThat(reserve.why()).contains(folder.toString(), "is full");
  }

  @Test
  void whatIsGivenUpIsTakenBackOnceThereIsRoom() {
    Reserve reserve = new Reserve(folder, SIZE);
    assertThat(reserve.hold()).isTrue();

    reserve.giveUp();

    assertThat(reserve.isShort()).isTrue();
    assertThat(folder.resolve("reserve")).doesNotExist();
    assertThat(reserve.hold()).isTrue();
    assertThat(reserve.isShort()).isFalse();
    assertThat(folder.resolve("reserve")).hasSize(SIZE);
  }

  @Test
  void theRoomOfADiskIsWhatTheSystemSays() throws Exception {
    assertThat(FreeSpace.of(folder).orElseThrow())
        .isBetween(1L, Files.getFileStore(folder).getTotalSpace());
    assertThat(FreeSpace.of(folder.resolve("not-there"))).isEmpty();
  }
}
