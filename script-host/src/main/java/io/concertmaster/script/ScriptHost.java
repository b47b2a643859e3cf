package io.concertmaster.script;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.SecondTier;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.Scripts;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Scripts in processes of their own: the second tier of expressions, and the Code node. Nothing is
 * started before the first script; a process that dies takes the script in it along and nothing
 * else.
 */
public final class ScriptHost implements SecondTier, AutoCloseable {
  private final HostSettings settings;
  private final HostPool pool;

  /** A host that starts no process yet. */
  public ScriptHost(HostSettings settings) {
    this.settings = settings;
    this.pool = new HostPool(settings);
  }

  /** Starts a process ahead of the first script; a failure shows with that. */
  public void warm() {
    Thread.ofVirtual()
        .name("scripts-warm")
        .start(() -> {
          try {
            pool.warm();
          } catch (ScriptTrouble e) {
            System.getLogger(ScriptHost.class.getName())
                .log(System.Logger.Level.DEBUG, "scripts could not be warmed up", e);
          }
        });
  }

  @Override
  public Evaluable prepare(ScriptSource source) {
    return new ScriptExpression(this, source);
  }

  /** The CPU time that the processes have taken so far, of those that live. */
  public Duration busy() {
    return pool.busy();
  }

  /**
   * Scripts of nodes.
   *
   * @param scope what the scripts see of their run
   * @param log gets a line for each that the console prints
   * @param files from which they read the files of their input
   */
  public Scripts scripts(Scope scope, Consumer<String> log, Binaries files) {
    return new NodeScripts(this, scope, log, files);
  }

  HostSettings settings() {
    return settings;
  }

  HostPool pool() {
    return pool;
  }

  /** Ends all processes. Scripts that run fail. */
  @Override
  public void close() {
    pool.close();
  }
}
