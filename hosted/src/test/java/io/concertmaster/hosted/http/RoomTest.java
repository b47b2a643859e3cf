package io.concertmaster.hosted.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What strangers hold in memory together is bounded. */
class RoomTest {
  @Test
  void nobodyTakesWhatIsNotThereAndWhatWasGivenBackIsThereAgain() {
    Room room = new Room(100);

    assertThat(room.take(60)).isTrue();
    assertThat(room.take(41)).isFalse();
    assertThat(room.take(40)).isTrue();
    assertThat(room.take(1)).isFalse();
    room.giveBack(60);
    assertThat(room.take(60)).isTrue();
  }
}
