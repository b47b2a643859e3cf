package io.concertmaster.script.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueReaderTest {
  @Test
  void aCountWhoseBytesNoNumberHoldsIsRefused() {
    byte[] message = new byte[11];
    message[0] = Tag.UTF16;
    // 2⁶² + 2³⁰ units: as bytes they are more than 2⁶³, which is below 0.
    Arrays.fill(message, 1, 9, (byte) 0x80);
    message[5] = (byte) 0x84;
    message[9] = 0x40;
    assertThatThrownBy(() -> new ValueReader(message).read()).isInstanceOf(IOException.class);
  }

  @Test
  void listsInListsCannotClaimMoreValuesThanThereAreBytes() {
    byte[] message = new byte[1 << 20];
    // 500 lists, one in the other, each of half a million values.
    for (int at = 0; at < 500 * 4; at += 4) {
      message[at] = Tag.ARRAY;
      message[at + 1] = (byte) 0x80;
      message[at + 2] = (byte) 0x80;
      message[at + 3] = 0x20;
    }
    assertThatThrownBy(() -> new ValueReader(message).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more values than it has bytes");
  }

  @Test
  void aRecordMayHaveALateShapeAtTheEndOfTheMessage() throws Exception {
    JsonObject[] records =
        IntStream.range(0, 300).mapToObj(i -> JsonObject.of("n" + i, i)).toArray(JsonObject[]::new);
    JsonArray twice =
        JsonArray.of(JsonArray.ofValues((Object[]) records), JsonObject.of("n299", null));
    JsonObject message = JsonObject.of("all", twice);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Frames(new ByteArrayInputStream(new byte[0]), out).write(message);
    Frames back =
        new Frames(new ByteArrayInputStream(out.toByteArray()), new ByteArrayOutputStream());
    assertThat(back.read()).contains(message);
  }
}
