package io.concertmaster.designer.listen;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.CredentialSource;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Tickets;
import io.concertmaster.hosted.door.TestDoor;
import io.concertmaster.hosted.hook.HookKeys;
import io.concertmaster.hosted.hook.Hooks;
import io.concertmaster.hosted.hook.RunOutcomes;
import io.concertmaster.hosted.http.HostedHandler;
import io.concertmaster.hosted.http.LoopbackListener;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What listens on this machine while the window is open: webhooks and forms of active workflows,
 * tasks and pages of runs, and test calls under {@code /test}. The same code serves them as on the
 * server. It opens when somebody needs it: a workflow that is active, a run that waits for someone
 * outside, a test call. Called from any thread.
 */
public final class LocalDoor implements AutoCloseable {
  /** Stands before the paths of test calls. */
  public static final String TEST = "/test";

  private final Path home;
  private final InstantSource clock =
      () -> Instant.now().truncatedTo(ChronoUnit.MILLIS); // as the store keeps it

  private final CredentialSource credentials;

  private final HookKeys keys = HookKeys.inMemory();
  private DoorFile file;
  private boolean wanted;
  private boolean closed;
  private int takenPort;
  private IOException trouble = new IOException("the engine is not open");
  private @Nullable Engine engine;
  private @Nullable TestDoor test;
  private @Nullable RunOutcomes outcomes;
  private @Nullable LoopbackListener listener;

  /** Of a home folder; nothing listens yet. */
  public LocalDoor(Path home) {
    this.home = home;
    this.credentials = new HomeCredentials(home);
    this.file = DoorFile.of(home);
  }

  /** The engine behind it is open: what waits for calls is served from now on. */
  public void open(Engine opened) throws EngineException {
    boolean waits = !opened.openings().isEmpty() || isAsked(opened);
    synchronized (this) {
      engine = opened;
      test = new TestDoor(opened);
      if (waits || wanted) {
        listen();
      }
    }
  }

  /** Whether somebody may answer a run, at once or when it goes on again. */
  private static boolean isAsked(Engine opened) throws EngineException {
    for (RunSummary each : opened.unfinished()) {
      if (each.status() == RunStatus.WAITING
          || opened.run(each.id()).filter(run -> !run.answerTokens().isEmpty()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the outside reaches this machine's engine, such as {@code http://127.0.0.1:27430}. From
   * now on somebody listens there.
   */
  public synchronized String address() {
    wanted = true;
    if (engine != null) {
      listen();
    }
    return "http://127.0.0.1:" + file.port();
  }

  /** The same, without listening. */
  public synchronized String planned() {
    return "http://127.0.0.1:" + file.port();
  }

  /**
   * Listens for one test call.
   *
   * @param begun told the run of the call, on another thread
   * @return where the opening's path starts, such as {@code http://127.0.0.1:27430/test}
   * @throws UncheckedIOException when nothing can listen on this machine
   */
  public synchronized String listenOnce(Workflow draft, Opening opening, Consumer<RunId> begun) {
    String address = address();
    if (listener == null || test == null) {
      throw new UncheckedIOException(
          "Nothing can listen on this machine: " + trouble.getMessage(), trouble);
    }
    test.listen(draft, opening, begun);
    return address + TEST;
  }

  /** What people must know of the addresses; empty where they are as they were. */
  public synchronized Optional<String> notice() {
    return takenPort > 0
        ? Optional.of(
            "Another program has port "
                + takenPort
                + ": the addresses are new, and kept from now on.")
        : Optional.empty();
  }

  /** Listens for the test call no more. */
  public synchronized void stopListening(Opening opening) {
    if (test != null) {
      test.close(opening);
    }
  }

  /** With what a caller signs in; where it cannot be opened, nobody may call. */
  private Optional<JsonObject> credential(String name) {
    try {
      return credentials.open(name).map(CredentialSource.Kept::values);
    } catch (GeneralSecurityException | IOException e) {
      System.getLogger(LocalDoor.class.getName())
          .log(System.Logger.Level.ERROR, "the credential " + name + " cannot be opened", e);
      return Optional.empty();
    }
  }

  private void listen() {
    if (listener != null || closed || engine == null || test == null) {
      return;
    }
    RunOutcomes heard = new RunOutcomes(engine);
    Tickets tickets = new Tickets(file.bytes(), clock);
    Uploads uploads = new Uploads(home.resolve("uploads"), tickets::sign, clock);
    List<HostedHandler> served =
        List.of(
            new HostedHandler(
                TEST,
                new Hooks(engine, test, heard, this::credential, HookKeys.none(), clock),
                new FormDesk(engine, test, tickets, uploads, TEST, clock)),
            new HostedHandler(
                new Hooks(engine, heard, this::credential, keys, clock),
                new FormDesk(engine, tickets, uploads, "", clock)));
    try {
      listener = opened(served);
      outcomes = heard;
    } catch (IOException e) {
      heard.close();
      trouble = e;
      System.getLogger(LocalDoor.class.getName())
          .log(System.Logger.Level.ERROR, "nothing can listen on this machine", e);
    }
  }

  /** On the port of last time; where another program has it, on one that is free, from now on. */
  private LoopbackListener opened(List<HostedHandler> served) throws IOException {
    try {
      return LoopbackListener.open(file.port(), served);
    } catch (IOException taken) {
      LoopbackListener other = LoopbackListener.open(0, served);
      takenPort = file.port();
      file = file.withPort(other.port());
      file.keep(home);
      return other;
    }
  }

  /** Nobody listens any more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (listener != null) {
      listener.close();
    }
    if (outcomes != null) {
      outcomes.close();
    }
  }
}
