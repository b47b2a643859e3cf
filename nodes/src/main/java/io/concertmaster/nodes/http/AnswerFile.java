package io.concertmaster.nodes.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer's bytes into a temporary file, up to a limit. The file is the receiver's to
 * delete when the answer arrived, and deleted here when it did not.
 */
final class AnswerFile implements BodySubscriber<Path> {
  private final long largest;
  private final CompletableFuture<Path> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription source;
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private long size;

  AnswerFile(long largest) {
    this.largest = largest;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    try {
      file = Files.createTempFile("concertmaster-", ".answer");
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      subscription.request(Long.MAX_VALUE);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone() || channel == null) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        size += buffer.remaining();
        if (size > largest) {
          throw new TooLargeException(largest);
        }
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable error) {
    fail(error);
  }

  @Override
  public void onComplete() {
    if (body.isDone() || channel == null || file == null) {
      return;
    }
    try {
      channel.close();
      body.complete(file);
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(Throwable error) {
    if (source != null) {
      source.cancel();
    }
    try {
      if (channel != null) {
        channel.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    body.completeExceptionally(error);
  }
}
