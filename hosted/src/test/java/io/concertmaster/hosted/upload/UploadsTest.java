package io.concertmaster.hosted.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.concertmaster.hosted.upload.Uploads.TooManyException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much strangers may send, and whose a file is. */
class UploadsTest {
  @TempDir Path folder;

  private Uploads uploads(Quota quota) {
    return new Uploads(
        folder,
        (use, text) -> "%08x".formatted((use + text).hashCode()).repeat(4),
        InstantSource.system(),
        quota);
  }

  private SentFile file(int size) throws IOException {
    Path bytes = Files.createTempFile(folder, "part", "");
    Files.write(bytes, new byte[size]);
    return new SentFile("/list", "a.csv", "text/csv", size, bytes);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, boolean passing) {
    assertThatThrownBy(call)
        .asInstanceOf(type(TooManyException.class))
        .extracting(TooManyException::isPassing)
        .isEqualTo(passing);
  }

  @Test
  void aFormHasSoManyFilesAndAnotherOneHasItsOwn() throws Exception {
    Uploads uploads = uploads(new Quota(2, 1_000, 10, 1));
    uploads.keep("f0f0f0f0", file(1));
    uploads.keep("f0f0f0f0", file(1));

    refused(() -> uploads.keep("f0f0f0f0", file(1)), false);
    uploads.keep("another", file(1));
  }

  @Test
  void aProjectHasRoomForSoManyBytesAndFiles() throws Exception {
    Uploads bytes = uploads(new Quota(10, 100, 10, 4));
    bytes.keep("one", file(60));
    SentFile large = file(41);
    refused(() -> bytes.keep("two", large), true);
    Files.delete(large.bytes());

    refused(() -> bytes.arrive(50, 1_000), true);
    try (Arrival arrival = bytes.arrive(-1, 1_000)) {
      assertThat(arrival.limit()).as("no more is read than there is room for").isEqualTo(40);
    }
    Uploads files = uploads(new Quota(10, 1_000, 2, 4));
    files.keep("two", file(1));
    refused(() -> files.keep("three", file(1)), true);
  }

  @Test
  void soManyRequestsAreTakenInAtOnce() throws Exception {
    Uploads uploads = uploads(new Quota(10, 1_000, 10, 2));
    Arrival first = uploads.arrive(10, 100);
    try (Arrival second = uploads.arrive(10, 100)) {
      assertThat(second.folder()).isEqualTo(folder);
      refused(() -> uploads.arrive(10, 100), true);
    }
    uploads.arrive(10, 100).close();
    first.close();
  }

  @Test
  void aFileIsItsFormsOwnAndNobodyElses() throws Exception {
    Uploads uploads = uploads(Quota.DEFAULT);
    JsonObject kept = uploads.keep("mine", file(3));

    assertThat(uploads.known("mine", kept)).contains(kept);
    assertThat(uploads.bytes("mine", kept)).hasSize(3);
    assertThat(uploads.known("yours", kept)).isEmpty();
    assertThat(uploads.bytes("yours", kept)).isEmpty();
    assertThat(uploads.known("mine", kept.with("name", "b.csv"))).isEmpty();
    assertThat(uploads.known("mine", kept.with("size", 4))).isEmpty();
  }
}
