package io.concertmaster.benchmarks;

/** Made-up orders from the minimal-standard generator: the same in every language. */
final class Orders {
  private static final String[] COUNTRIES = {
    "Germany",
    "France",
    "Spain",
    "Italy",
    "Poland",
    "Norway",
    "Sweden",
    "Finland",
    "Denmark",
    "Austria",
    "Belgium",
    "Ireland",
    "Portugal",
    "Greece",
    "Hungary",
    "Romania",
    "Bulgaria",
    "Croatia",
    "Estonia",
    "Latvia"
  };

  private long state = 42;

  /** Goes to the next order. */
  void next() {
    state = state * 16_807 % 2_147_483_647;
  }

  /** {@code name} and the last eight digits of the state. */
  String name() {
    byte[] text = {'n', 'a', 'm', 'e', '0', '0', '0', '0', '0', '0', '0', '0'};
    long rest = state;
    for (int i = 11; i > 3; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  double amount() {
    return state / 7 % 10_000 / 100.0;
  }

  String country() {
    return COUNTRIES[(int) (state / 31 % 20)];
  }

  /** When it was made, as ISO 8601. */
  String created() {
    return "2026-0" + (1 + state % 9) + "-1" + state % 10 + "T10:0" + state % 10 + ":00Z";
  }
}
