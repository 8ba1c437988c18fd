package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.regression.Regression;
import java.util.Set;

/**
 * The name and unit of a regression's response.
 *
 * @param noun its name in a sentence
 * @param unit its unit; empty for a logarithm
 * @param isOfPower whether it comes from a power meter
 * @param factor factor from the analysis to the unit
 */
public record ResponseLabel(String noun, String unit, boolean isOfPower, double factor) {
  private static final double PERCENT = 100;
  private static final Set<String> TOLD =
      Set.of(ResponseVariable.ENERGY, ResponseVariable.SECONDS, ResponseVariable.POWER);

  public static ResponseLabel of(Regression regression) {
    return of(regression.response());
  }

  /** Return the label of the response that the analysis calls {@code name}. */
  public static ResponseLabel of(String name) {
    return switch (name) {
      case ResponseVariable.ENERGY -> new ResponseLabel("energy", "Wh", true, 1);
      case ResponseVariable.LOG_ENERGY -> new ResponseLabel("logarithm of energy", "", true, 1);
      case ResponseVariable.POWER -> new ResponseLabel("mean power", "W", true, 1);
      case ResponseVariable.SECONDS -> new ResponseLabel("time", "s", false, 1);
      case ResponseVariable.VAL_ACCURACY ->
          new ResponseLabel("accuracy as logged", "points", false, PERCENT);
      case ResponseVariable.DELIVERED ->
          new ResponseLabel("delivered accuracy", "points", false, PERCENT);
      default -> new ResponseLabel(name, "", false, 1);
    };
  }

  /** Return the label of {@code name} if accuracy is related to {@code cost}. */
  public static ResponseLabel of(String name, Cost cost) {
    return name.equals(ResponseVariable.EFFICIENCY)
        ? new ResponseLabel(name, cost.efficiencyUnit(), cost == Cost.ENERGY, 1)
        : of(name);
  }

  /** Return whether the report has a section for {@code regression}. */
  public static boolean isTold(Regression regression) {
    return TOLD.contains(regression.response());
  }

  /** Return the name with a capital letter. */
  public String name() {
    return Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
  }

  /**
   * Return the name with a capital letter, its unit, and {@code mark}, for instance {@code Energy
   * (Wh)} or {@code Energy (Wh, estimated)}.
   */
  public String heading(String mark) {
    return PowerSourceLabel.beside(
        name(), unit.isEmpty() ? mark : PowerSourceLabel.with(unit, mark));
  }
}
