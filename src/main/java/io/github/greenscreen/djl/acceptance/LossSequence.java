package io.github.greenscreen.djl.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The losses of a few epochs in one mode.
 *
 * @param values losses of training and validation, in turn
 */
public record LossSequence(List<Double> values) {
  public LossSequence {
    values = List.copyOf(values);
  }

  /** Parse the output of {@link #text}. */
  static LossSequence parse(String text) {
    return new LossSequence(Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList());
  }

  /** Return the losses separated by spaces, with all digits. */
  public String text() {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * Return the largest difference from {@code reference}, relative to it; NaN if any loss is NaN.
   */
  double distance(LossSequence reference) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double expected = reference.values.get(i);
      shares.add(Math.abs(values.get(i) - expected) / Math.abs(expected));
    }
    return shares.stream().reduce(0.0, Math::max);
  }
}
