package io.github.greenscreen.space;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests a similar word for a misspelled one, for error messages. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * Return the candidate with the smallest edit distance (Damerau, adjacent swaps count one, case
   * ignored), if it is at most a third of the length of {@code word}, rounded up.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int limit = (word.length() + 2) / 3;
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /**
   * Return {@code (did you mean "x"?)} with a leading blank, or an empty string if no word is near.
   */
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(near -> " (did you mean \"" + near + "\"?)").orElse("");
  }

  /** Optimal string alignment distance by dynamic programming. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
