package io.github.greenscreen.search.axis;

import io.github.greenscreen.format.DecimalText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides whether the values of a categorical parameter are ordered, and computes their positions.
 */
final class ValueOrdering {
  private static final int MIN = 3;
  private static final double DECADE = 10;

  private ValueOrdering() {}

  /**
   * Return the position of each of {@code values} in [0, 1], the smallest number at 0 and the
   * largest at 1, on a logarithmic scale if they are positive and span a decade. Empty if the
   * values are categories: not all of them finite numbers, fewer than three, or 0, 1, …, k − 1 in
   * any order, which is how categories are numbered.
   */
  static Optional<double[]> places(List<String> values) {
    double[] numbers = values.stream().mapToDouble(ValueOrdering::number).toArray();
    if (numbers.length < MIN
        || Arrays.stream(numbers).anyMatch(Double::isNaN)
        || Arrays.stream(numbers).distinct().count() < numbers.length
        || areCodes(numbers)) {
      return Optional.empty();
    }
    double least = Arrays.stream(numbers).min().orElseThrow();
    double most = Arrays.stream(numbers).max().orElseThrow();
    double[] scaled =
        least > 0 && most / least >= DECADE
            ? Arrays.stream(numbers).map(Math::log).toArray()
            : numbers;
    return Optional.of(toUnit(scaled));
  }

  private static double[] toUnit(double[] numbers) {
    double least = Arrays.stream(numbers).min().orElseThrow();
    double most = Arrays.stream(numbers).max().orElseThrow();
    return Arrays.stream(numbers).map(number -> (number - least) / (most - least)).toArray();
  }

  private static boolean areCodes(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return IntStream.range(0, sorted.length).allMatch(i -> sorted[i] == i);
  }

  private static double number(String text) {
    return DecimalText.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
  }
}
