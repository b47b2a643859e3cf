package io.concertmaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What grows is found. */
class SoakWatchTest {
  @TempDir Path home;

  @Test
  void a_heap_that_grows_is_found() throws Exception {
    SoakWatch watch = new SoakWatch(home);
    List<byte[]> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(new byte[6 * 1_024 * 1_024]);
      watch.sample();
    }

    assertThat(watch.report(held.size())).isFalse();
  }

  @Test
  void handles_that_are_not_given_back_are_found() throws Exception {
    SoakWatch watch = new SoakWatch(home);
    Path file = Files.createFile(home.resolve("file"));
    List<InputStream> open = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 3; j++) {
        open.add(Files.newInputStream(file));
      }
      watch.sample();
    }
    boolean holds = watch.report(open.size());
    for (InputStream each : open) {
      each.close();
    }

    assertThat(holds).isEqualTo(!Files.isDirectory(Path.of("/proc/self/fd")));
  }

  @Test
  void what_stays_as_it_is_holds() throws Exception {
    SoakWatch watch = new SoakWatch(home);
    for (int i = 0; i < 6; i++) {
      watch.sample();
      watch.lookAtLogs();
    }

    assertThat(watch.report(6)).isTrue();
  }
}
