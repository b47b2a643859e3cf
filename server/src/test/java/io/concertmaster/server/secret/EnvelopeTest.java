package io.concertmaster.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

  private static Envelope of(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new Envelope(new SecretKeySpec(bytes, "AES"));
  }

  @Test
  void whatIsSealedOpensAgain() throws Exception {
    assertThat(of(1).open(of(1).seal(SECRET, "here"), "here")).isEqualTo(SECRET);
    assertThat(of(1).open(of(1).seal(new byte[0], ""), "")).isEmpty();
  }

  @Test
  void theSameIsNeverSealedTheSameTwice() {
    assertThat(of(1).seal(SECRET, "here")).isNotEqualTo(of(1).seal(SECRET, "here"));
  }

  @Test
  void neitherAnotherKeyNorAnotherPlaceOpensIt() {
    byte[] sealed = of(1).seal(SECRET, "credential/a/mail/1");
    assertThatThrownBy(() -> of(2).open(sealed, "credential/a/mail/1"))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> of(1).open(sealed, "credential/b/mail/1"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void aChangedBitAnywhereIsFound() {
    byte[] sealed = of(1).seal(SECRET, "here");
    for (int i = 0; i < sealed.length * 8; i++) {
      byte[] changed = sealed.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> of(1).open(changed, "here"))
          .isInstanceOf(GeneralSecurityException.class);
    }
    assertThatThrownBy(() -> of(1).open(new byte[3], "here"))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
