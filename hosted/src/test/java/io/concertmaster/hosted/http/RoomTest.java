package io.concertmaster.hosted.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What strangers hold in memory together is bounded. */
class RoomTest {
  @Test
  void nobodyTakesWhatIsNotThereAndWhatWasGivenBackIsThereAgain() {
    Room room = new Room(100);
    Room.Share one = room.share();
    Room.Share other = room.share();

    assertThat(one.take(60)).isTrue();
    assertThat(other.take(41)).isFalse();
    assertThat(other.take(40)).isTrue();
    assertThat(one.take(1)).isFalse();
    one.close();
    one.close();
    assertThat(other.take(60)).isTrue();
    assertThat(one.take(1)).isFalse();
  }

  @Test
  void whoIsAloneMayHaveMore() {
    Room room = new Room(100);
    Room.Share one = room.share();

    assertThat(one.take(90)).isTrue();
    assertThat(one.take(90)).as("else it would be refused however often it comes").isTrue();
    Room.Share other = room.share();
    assertThat(other.take(1)).isFalse();
    one.close();
    assertThat(other.take(1)).isTrue();
  }
}
