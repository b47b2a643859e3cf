package io.concertmaster.model.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody most likely meant. */
final class Suggestion {
  private static final int LONGEST = 100;

  private Suggestion() {}

  /** {@code : did you mean “conditions”?}, or nothing where no known word is near. */
  static String of(String word, Collection<String> known) {
    return closest(word, known).map(each -> ": did you mean “" + each + "”?").orElse("");
  }

  /** The known word with the fewest changes of letters, at most a third of the word's length. */
  static Optional<String> closest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int bound = Math.max(1, word.length() / 3);
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= bound)
        .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= bound)
        .min(Comparator.comparingInt(each -> distance(lower, each.toLowerCase(Locale.ROOT))));
  }

  /** How many letters are put in, taken out, exchanged, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
