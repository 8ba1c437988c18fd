package io.github.greenscreen.search;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions whose lowest values are known. */
public final class Problems {
  /** Lowest value of {@link #branin}. */
  static final double BRANIN = 0.397887;

  /** Lowest value of {@link #hartmann}. */
  static final double HARTMANN = -3.32237;

  private static final double[] ALPHA = {1, 1.2, 3, 3.2};
  private static final double[][] A = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] P = {
    {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
    {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
    {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
    {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
  };

  private Problems() {}

  /** Return Branin's function of two ranges. */
  static Problem branin() {
    SearchSpace space = new SearchSpace(List.of(range("x", "-5", "10"), range("y", "0", "15")));
    return new Problem(space, List.of(), c -> Map.of("loss", branin(c)));
  }

  /** Return Branin's function where x may be at most 5, by a limit: two of three minima remain. */
  public static Problem limitedBranin() {
    return new Problem(
        branin().space(),
        List.of(new Constraint("power", 20)),
        c -> Map.of("loss", branin(c), "power", 15 + number(c, "x")));
  }

  /** Return Hartmann's function of six ranges. */
  static Problem hartmann() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      parameters.add(range("x" + i, "0", "1"));
    }
    return new Problem(new SearchSpace(parameters), List.of(), c -> Map.of("loss", hartmann(c)));
  }

  /** Return a function of a range, ordered numbers over decades and names; its minimum is 0. */
  static Problem mixed() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                range("x", "0", "1"),
                new CategoricalParameter(
                    "lr", List.of("1e-5", "3e-5", "1e-4", "3e-4", "1e-3", "3e-3", "1e-2", "1e-1")),
                new CategoricalParameter("optimizer", List.of("a", "b", "c", "d", "e")),
                new CategoricalParameter("schedule", List.of("k", "l", "m", "n", "o"))));
    return new Problem(space, List.of(), c -> Map.of("loss", mixed(c)));
  }

  public static NumericParameter range(String name, String min, String max) {
    return new NumericParameter(
        name,
        DistributionType.UNIFORM,
        Map.of(Setting.MIN, new BigDecimal(min), Setting.MAX, new BigDecimal(max)));
  }

  public static double number(Configuration configuration, String name) {
    return Double.parseDouble(configuration.get(name));
  }

  private static double branin(Configuration c) {
    double x = number(c, "x");
    double y = number(c, "y");
    double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
  }

  private static double hartmann(Configuration c) {
    double sum = 0;
    for (int i = 0; i < ALPHA.length; i++) {
      double squared = 0;
      for (int j = 0; j < 6; j++) {
        double gap = number(c, "x" + j) - P[i][j];
        squared += A[i][j] * gap * gap;
      }
      sum -= ALPHA[i] * Math.exp(-squared);
    }
    return sum;
  }

  private static double mixed(Configuration c) {
    double rate = Math.log10(number(c, "lr")) + 3;
    double x = number(c, "x") - 0.3;
    double names =
        (c.get("optimizer").equals("d") ? 0 : 1) + (c.get("schedule").equals("l") ? 0 : 0.7);
    return 10 * x * x + rate * rate + names;
  }
}
