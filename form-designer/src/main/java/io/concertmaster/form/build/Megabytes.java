package io.concertmaster.form.build;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Sizes of files as people say them, of 1024 × 1024 bytes each, and as schemas do. */
final class Megabytes {
  private static final BigDecimal MEGABYTE = new BigDecimal(1L << 20);

  /** So many digits behind the point tell each byte from the next. */
  private static final int DIGITS = 7;

  private Megabytes() {}

  /** The shortest number of megabytes that means just so many bytes. */
  static BigDecimal of(Number bytes) {
    BigDecimal exact = new BigDecimal(bytes.toString());
    BigDecimal whole = exact.divide(MEGABYTE); // ends: what is divided by is a power of two
    for (int digits = 0; digits <= DIGITS; digits++) {
      BigDecimal rounded = whole.setScale(digits, RoundingMode.HALF_UP);
      if (wholeBytes(rounded).compareTo(exact) == 0) {
        return rounded;
      }
    }
    return whole;
  }

  /** The nearest number of whole bytes; empty where there is none that is a size. */
  static Optional<Long> bytes(Number megabytes) {
    BigDecimal bytes = wholeBytes(new BigDecimal(megabytes.toString()));
    boolean size = bytes.signum() > 0 && bytes.compareTo(new BigDecimal(Long.MAX_VALUE)) <= 0;
    return size ? Optional.of(bytes.longValueExact()) : Optional.empty();
  }

  private static BigDecimal wholeBytes(BigDecimal megabytes) {
    return megabytes.multiply(MEGABYTE).setScale(0, RoundingMode.HALF_UP);
  }
}
