package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintSetTest {
  @Test
  void it_knows_what_was_added_however_much_it_grows() {
    FingerprintSet set = new FingerprintSet();
    Set<List<Long>> expected = new HashSet<>();
    Random random = new Random(9);
    for (int i = 0; i < 50_000; i++) {
      long high = random.nextLong(200) - 100;
      long low = (random.nextLong(200) - 100) << 40;

      assertThat(set.contains(high, low)).isEqualTo(expected.contains(List.of(high, low)));
      assertThat(set.add(high, low)).isEqualTo(expected.add(List.of(high, low)));
    }
    assertThat(set.size()).isEqualTo(expected.size());
  }

  @Test
  void zero_is_a_fingerprint_like_others() {
    FingerprintSet set = new FingerprintSet();

    assertThat(set.contains(0, 0)).isFalse();
    assertThat(set.add(0, 0)).isTrue();
    assertThat(set.add(0, 0)).isFalse();
    assertThat(set.contains(0, 0)).isTrue();
    assertThat(set.contains(0, 1)).isFalse();
    assertThat(set.size()).isEqualTo(1);
  }
}
