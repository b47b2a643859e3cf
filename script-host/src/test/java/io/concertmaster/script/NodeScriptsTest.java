package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.model.expression.TestScope;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.JsonObject;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeScriptsTest {
  @Test
  void theLateAnswerOfAScriptThatIsOverIsNotThatOfTheNext() throws Exception {
    assumeTrue(File.separatorChar == '/', "needs kill");
    try (ScriptHost host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1))) {
      Scripts scripts =
          host.scripts(TestScope.of(JsonObject.of("a", 1)), line -> {}, FewFiles.NONE);
      List<ProcessHandle> before = ProcessHandle.current().children().toList();
      Scripts.Work work = scripts.begin(Scripts.Script.of("return {r: 1}", Dialect.CODE));
      work.all();
      ProcessHandle process =
          ProcessHandle.current()
              .children()
              .filter(each -> !before.contains(each))
              .findFirst()
              .orElseThrow();
      signal("-STOP", process);
      work.close();
      signal("-CONT", process);
      Thread.sleep(200);
      try (Scripts.Work next = scripts.begin(Scripts.Script.of("return {r: 2}", Dialect.CODE))) {
        assertThat(String.valueOf(next.all())).contains("2");
      }
    }
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
  }
}
