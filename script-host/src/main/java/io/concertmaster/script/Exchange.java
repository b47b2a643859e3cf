package io.concertmaster.script;

import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request to a process and what is said until it is done. */
final class Exchange {
  /** How long a cancelled script has to end, before its process is killed. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final HostPool pool;
  private final Questions questions;
  private final Consumer<JsonObject> told;

  /**
   * An exchange.
   *
   * @param questions answers what the script asks
   * @param told gets what the script tells on its way: logs and parts
   */
  Exchange(HostPool pool, Questions questions, Consumer<JsonObject> told) {
    this.pool = pool;
    this.questions = questions;
    this.told = told;
  }

  /**
   * Sends a request and gives the answer.
   *
   * @param world in which the script runs; the process that has it is taken, if it is free
   * @throws ScriptTrouble when the process failed or the time is over
   */
  JsonObject request(String world, JsonObject request, Duration limit)
      throws ScriptTrouble, InterruptedException {
    HostProcess process = pool.lend(world);
    try {
      return on(process, world, request, limit);
    } finally {
      pool.giveBack(process);
    }
  }

  /** The same on a process that is lent already. */
  JsonObject on(HostProcess process, String world, JsonObject request, Duration limit)
      throws ScriptTrouble, InterruptedException {
    boolean complete = false;
    try {
      process.awaitReady();
      process.begin(request.with("world", world));
      process.keeps(world);
      JsonObject answer = answer(process, System.nanoTime() + limit.toNanos());
      complete = true;
      if (answer == null) {
        process.lost(world);
        end(process);
        throw new ScriptTrouble(
            "the script took longer than "
                + seconds(limit)
                + ": it was ended. Work on fewer items at once, or look for a loop without end");
      }
      return answer;
    } finally {
      if (!complete) {
        process.lost(world);
        if (process.alive()) {
          end(process);
        }
      }
    }
  }

  private static String seconds(Duration limit) {
    return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  /** The answer, or null when the time was over. */
  private @Nullable JsonObject answer(HostProcess process, long deadline)
      throws ScriptTrouble, InterruptedException {
    while (true) {
      JsonObject message =
          process.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      if (message == null) {
        return null;
      }
      switch (String.valueOf(message.get("op"))) {
        case "ask" -> process.send(questions.answer(message));
        case "log", "part" -> told.accept(message);
        default -> {
          return message;
        }
      }
    }
  }

  /** Cancels the script; a process that does not let go of it is killed. */
  @SuppressWarnings("Interruption") // an interrupt that is on its way must not keep us from this
  private static void end(HostProcess process) {
    boolean interrupted = Thread.interrupted();
    process.cancel();
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      while (true) {
        JsonObject message =
            process.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        if (message == null) {
          process.kill();
          return;
        }
        String op = String.valueOf(message.get("op"));
        if (op.equals("done") || op.equals("error")) {
          return;
        }
      }
    } catch (ScriptTrouble gone) {
      process.kill();
    } catch (InterruptedException e) {
      interrupted = true;
      process.kill();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
