package io.github.greenscreen.analysis.metrics;

/** The names of the quantities that regressions explain, as {@code analysis.json} has them. */
public final class ResponseVariable {
  /** Energy of a run in Wh. */
  public static final String ENERGY = "energy_Wh";

  /** Mean power of a run in W. */
  public static final String POWER = "power_W";

  /** Training time of a run, which replaces energy if no meter answered. */
  public static final String SECONDS = "seconds";

  /** Natural logarithm of energy; its effects are factors. */
  public static final String LOG_ENERGY = "log_energy";

  /** Validation accuracy after the last epoch, as in the log. */
  public static final String VAL_ACCURACY = "val_accuracy";

  /** Accuracy of the models that the runs deliver, if it differs from that of the last epoch. */
  public static final String DELIVERED = "delivered_accuracy";

  /** Accuracy in percent per cost. */
  public static final String EFFICIENCY = "efficiency";

  private ResponseVariable() {}

  /** Return whether {@code response} is a share, from 0 to 1; all others are 0 or more. */
  public static boolean isShare(String response) {
    return response.equals(VAL_ACCURACY) || response.equals(DELIVERED);
  }

  /** Return the response variable that measures {@code cost}. */
  public static String of(Cost cost) {
    return cost == Cost.ENERGY ? ENERGY : SECONDS;
  }
}
