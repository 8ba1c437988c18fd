package io.github.greenscreen.analysis.regression;

import java.util.Arrays;
import java.util.Objects;

/**
 * The conversion of a response to the scale of a regression and back. It preserves order, so that a
 * mean on the scale becomes a median of the response. The logit of 0 and 1 is infinite; if any run
 * has such a value, all shares y become (y (n − 1) + ½) ÷ n first (Smithson and Verkuilen 2006, A
 * better lemon squeezer?, Psychological Methods 11, equation 4).
 *
 * @param scale the scale
 * @param squeezedBy number of runs n in that formula; 0 if shares are not squeezed
 */
record ResponseTransform(ResponseScale scale, int squeezedBy) {
  /** The response itself. */
  static final ResponseTransform NONE = new ResponseTransform(ResponseScale.LINEAR, 0);

  ResponseTransform {
    Objects.requireNonNull(scale);
  }

  /** Return the conversion of {@code values} to {@code scale}. */
  static ResponseTransform of(ResponseScale scale, double[] values) {
    boolean extreme = Arrays.stream(values).anyMatch(value -> value <= 0 || value >= 1);
    return new ResponseTransform(
        scale, scale == ResponseScale.LOGIT && extreme ? values.length : 0);
  }

  /** Return {@code value} on the scale; infinite or NaN if it has no place on it. */
  double apply(double value) {
    return switch (scale) {
      case LINEAR -> value;
      case LOG -> Math.log(value);
      case LOGIT -> logit(squeezedBy == 0 ? value : (value * (squeezedBy - 1) + 0.5) / squeezedBy);
    };
  }

  /** Return the response for {@code value} on the scale. */
  double invert(double value) {
    return switch (scale) {
      case LINEAR -> value;
      case LOG -> Math.exp(value);
      case LOGIT -> stretched(1 / (1 + Math.exp(-value)));
    };
  }

  private double stretched(double share) {
    return squeezedBy == 0
        ? share
        : Math.min(1, Math.max(0, (share * squeezedBy - 0.5) / (squeezedBy - 1)));
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}
