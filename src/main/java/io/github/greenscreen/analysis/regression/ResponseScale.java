package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.metrics.ResponseVariable;
import java.util.Locale;

/** The scale on which a regression adds up effects to predict a response. */
public enum ResponseScale {
  /** The response itself. */
  LINEAR,
  /** Its natural logarithm, for quantities above zero; a prediction is never below zero. */
  LOG,
  /** Its logit, ln(p ÷ (1 − p)), for shares; a prediction is never outside 0 to 1. */
  LOGIT;

  /** Return the name in {@code analysis.json}, for instance {@code log}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return the scale on which no prediction of {@code response} can leave its range. */
  static ResponseScale bounding(String response) {
    return ResponseVariable.isShare(response) ? LOGIT : LOG;
  }

  /** Return the highest possible value of {@code response}; the lowest is 0. */
  public static double highest(String response) {
    return ResponseVariable.isShare(response) ? 1 : Double.POSITIVE_INFINITY;
  }
}
