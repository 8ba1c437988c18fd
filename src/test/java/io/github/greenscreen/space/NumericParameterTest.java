package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.DistributionType.Setting;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumericParameterTest {
  private static final int DRAWS = 20_000;

  /** Critical value of Kolmogorov and Smirnov for p = 0.001 is 1.95 ÷ √n. */
  private static final double MAX_DISTANCE = 1.95 / Math.sqrt(DRAWS);

  /** Every continuous distribution against its formula, written down apart from the program's. */
  @ParameterizedTest
  @CsvSource({
    "UNIFORM, min=2 max=5",
    "LOG_UNIFORM, min=-5 max=-1",
    "LOG_UNIFORM_VALUES, min=1e-4 max=0.1",
    "INV_LOG_UNIFORM, min=-5 max=-1",
    "INV_LOG_UNIFORM_VALUES, min=1e-4 max=0.1",
    "NORMAL, ''",
    "NORMAL, mu=3 sigma=0.5",
    "LOG_NORMAL, ''",
    "LOG_NORMAL, mu=-2 sigma=0.7",
    "BETA, ''",
    "BETA, a=2 b=5",
    "BETA, a=0.5 b=0.5",
  })
  void at_evenUnits_areSpreadAsTheDistributionSays(DistributionType distribution, String settings) {
    NumericParameter range = range(distribution, settings);
    DoubleUnaryOperator share = share(distribution, range.settings());
    double[] values =
        new Random(5).doubles(DRAWS).map(u -> Double.parseDouble(range.at(u))).sorted().toArray();
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double expected = share.applyAsDouble(values[i]);
      distance = Math.max(distance, Math.abs(expected - (double) i / DRAWS));
      distance = Math.max(distance, Math.abs(expected - (i + 1.0) / DRAWS));
    }
    assertThat(distance).isLessThan(MAX_DISTANCE);
  }

  /** Every stepped distribution: χ² of the counts against round(X ÷ q) · q of the formula. */
  @ParameterizedTest
  @CsvSource({
    "INT_UNIFORM, min=3 max=12",
    "Q_UNIFORM, min=0 max=10",
    "Q_UNIFORM, min=1 max=9.5 q=2",
    "Q_LOG_UNIFORM, min=0 max=3",
    "Q_LOG_UNIFORM_VALUES, min=8 max=64 q=8",
    "Q_NORMAL, mu=64 sigma=16 q=8",
    "Q_LOG_NORMAL, mu=2 sigma=0.5",
    "Q_BETA, a=2 b=3 q=0.1",
    "Q_BETA, ''",
  })
  void at_evenUnits_areStepsAsOftenAsTheDistributionSays(
      DistributionType distribution, String settings) {
    NumericParameter range = range(distribution, settings);
    DoubleUnaryOperator share = share(distribution, range.settings());
    double q = range.settings().getOrDefault(Setting.Q, BigDecimal.ONE).doubleValue();
    Map<String, Integer> counts = new HashMap<>();
    new Random(6).doubles(DRAWS).forEach(u -> counts.merge(range.at(u), 1, Integer::sum));
    double chiSquare = 0;
    double rare = 0;
    int rareCount = 0;
    int cells = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      double value = Double.parseDouble(entry.getKey());
      double expected =
          DRAWS * (share.applyAsDouble(value + q / 2) - share.applyAsDouble(value - q / 2));
      if (expected < 5) {
        rare += expected;
        rareCount += entry.getValue();
      } else {
        chiSquare += Math.pow(entry.getValue() - expected, 2) / expected;
        cells++;
      }
    }
    assertThat((double) rareCount).isCloseTo(rare, within(15.0));
    // Mean of χ² is the degrees of freedom, its standard deviation √(2 · df); 5 of them are p <
    // 1e-4.
    assertThat(chiSquare).isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
  }

  @ParameterizedTest
  @EnumSource(DistributionType.class)
  void unit_ofEveryValue_isTheInverseOfAt(DistributionType distribution) {
    NumericParameter range = range(distribution, example(distribution));
    for (int i = 1; i < 200; i++) {
      String value = range.at(i / 200.0);
      double unit = range.unit(value).orElseThrow();
      assertThat(unit).isBetween(0.0, 1.0);
      if (distribution.isStepped()) {
        assertThat(range.at(unit)).isEqualTo(value);
      } else {
        assertThat(unit).isCloseTo(i / 200.0, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DistributionType.class)
  void at_unitsInAscendingOrder_neverFalls(DistributionType distribution) {
    NumericParameter range = range(distribution, example(distribution));
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 1000; i++) {
      double value = Double.parseDouble(range.at(i / 1000.0));
      assertThat(value).isGreaterThanOrEqualTo(last).isFinite();
      last = value;
    }
  }

  @Test
  void at_units_areSpelledShortAndReadBack() {
    NumericParameter range = range(DistributionType.LOG_UNIFORM_VALUES, "min=1e-9 max=1e9");
    new Random(7)
        .doubles(1000)
        .mapToObj(range::at)
        .forEach(
            text -> {
              double value = Double.parseDouble(text);
              assertThat(DecimalText.spell(value)).isEqualTo(text);
              String digits = text.replaceAll("[eE].*|[-.]", "").replaceAll("^0+", "");
              assertThat(digits.length()).isLessThanOrEqualTo(17);
            });
    assertThat(range(DistributionType.UNIFORM, "min=0 max=1").at(0.25)).isEqualTo("0.25");
    assertThat(range(DistributionType.UNIFORM, "min=0 max=200").at(0.5)).isEqualTo("100");
  }

  @Test
  void values_steps_areExactDecimals() {
    assertThat(range(DistributionType.Q_UNIFORM, "min=0 max=0.5 q=0.1").values())
        .containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5");
    assertThat(range(DistributionType.Q_LOG_UNIFORM_VALUES, "min=8 max=32 q=8").values())
        .containsExactly("8", "16", "24", "32");
    assertThat(range(DistributionType.INT_UNIFORM, "min=-1 max=1").values())
        .containsExactly("-1", "0", "1");
  }

  /** Half a step from a multiple rounds to the even one in a single point, which is never drawn. */
  @Test
  void values_endsHalfwayBetweenSteps_leaveOutWhatIsNeverDrawn() {
    assertThat(range(DistributionType.Q_UNIFORM, "min=2.5 max=4.5 q=1").values())
        .containsExactly("3", "4");
  }

  @Test
  void isFinite_stepsBetweenEnds_alone() {
    assertThat(range(DistributionType.INT_UNIFORM, "min=1 max=10").isFinite()).isTrue();
    assertThat(range(DistributionType.Q_BETA, "q=0.1").isFinite()).isTrue();
    assertThat(range(DistributionType.Q_NORMAL, "").isFinite()).isFalse();
    assertThat(range(DistributionType.Q_LOG_NORMAL, "").isFinite()).isFalse();
    assertThat(range(DistributionType.UNIFORM, "min=1 max=10").isFinite()).isFalse();
    assertThat(range(DistributionType.INT_UNIFORM, "min=1 max=1000000").isFinite()).isFalse();
  }

  @Test
  void values_ofNoEnd_throws() {
    assertThatThrownBy(() -> range(DistributionType.UNIFORM, "min=0 max=0.1").values())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("parameter p has no list of values: uniform, min 0, max 0.1");
  }

  @Test
  void unit_foreignValue_isEmpty() {
    NumericParameter steps = range(DistributionType.Q_UNIFORM, "min=8 max=64 q=8");
    assertThat(steps.unit("12")).isEmpty();
    assertThat(steps.unit("72")).isEmpty();
    assertThat(steps.unit("SGD")).isEmpty();
    assertThat(steps.unit("16.0")).isEqualTo(steps.unit("16"));
    assertThat(range(DistributionType.UNIFORM, "min=0 max=1").unit("1.5")).isEmpty();
    assertThat(range(DistributionType.UNIFORM, "min=0 max=1").unit("1d")).isEmpty();
  }

  @Test
  void baseline_always_isTheMedian() {
    assertThat(range(DistributionType.UNIFORM, "min=1 max=3").baseline()).isEqualTo("2");
    assertThat(range(DistributionType.INT_UNIFORM, "min=1 max=9").baseline()).isEqualTo("5");
    assertThat(range(DistributionType.NORMAL, "mu=0.3").baseline()).isEqualTo("0.3");
  }

  /** Settings, and what is wrong with them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNIFORM|min=1|uniform has no max",
        "UNIFORM|min=5 max=2|min 5 of uniform; expected a number below max, which is 2",
        "UNIFORM|min=2 max=2|min 2 of uniform; expected a number below max, which is 2",
        "INT_UNIFORM|min=1.5 max=3|min 1.5 of int_uniform; expected a whole number, or"
            + " distribution: uniform",
        "LOG_UNIFORM_VALUES|min=0 max=1|min 0 of log_uniform_values; expected a number above 0",
        "LOG_UNIFORM|min=0 max=800|max 800 of log_uniform; expected a smaller number: values would"
            + " be infinite because min and max are exponents of e; for values up to 800 use"
            + " log_uniform_values",
        "NORMAL|sigma=0|sigma 0 of normal; expected a number above 0; for a constant write"
            + " value: 0",
        "LOG_NORMAL|mu=0 sigma=0|sigma 0 of log_normal; expected a number above 0; for a constant"
            + " write value: 1",
        "BETA|a=-1|a -1 of beta; expected a number above 0",
        "Q_UNIFORM|min=0 max=1 q=0|q 0 of q_uniform; expected a number above 0",
        "Q_UNIFORM|min=0 max=1 q=1e-30|q 1e-30 of q_uniform; expected a number for which "
            + "values are at most 2^53 steps from 0",
        "LOG_NORMAL|sigma=1000|sigma 1000 of log_normal; expected a smaller number: values would be"
            + " infinite",
      })
  void new_flawedSettings_throws(DistributionType distribution, String settings, String sentence) {
    assertThatThrownBy(() -> range(distribution, settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter p: " + sentence);
  }

  @Test
  void equals_sameSettings_areTheSameRange() {
    assertThat(range(DistributionType.NORMAL, ""))
        .isEqualTo(range(DistributionType.NORMAL, "mu=0 sigma=1"));
    assertThat(range(DistributionType.NORMAL, ""))
        .hasSameHashCodeAs(range(DistributionType.NORMAL, ""));
    assertThat(range(DistributionType.NORMAL, "mu=1"))
        .isNotEqualTo(range(DistributionType.NORMAL, ""));
  }

  /** Settings with which each distribution is tried whole. */
  private static String example(DistributionType distribution) {
    if (distribution.takesPositiveEnds()) {
      return distribution.isStepped() ? "min=8 max=300 q=8" : "min=1e-4 max=0.1";
    }
    return distribution.settings().contains(Setting.MIN) ? "min=1 max=6" : "";
  }

  /** Return P(X < x) before rounding, from formulas and Commons Math's own distributions. */
  private static DoubleUnaryOperator share(
      DistributionType distribution, Map<Setting, BigDecimal> settings) {
    double min = number(settings, Setting.MIN);
    double max = number(settings, Setting.MAX);
    double mu = number(settings, Setting.MU);
    double sigma = number(settings, Setting.SIGMA);
    return switch (distribution) {
      case INT_UNIFORM -> x -> clip((x - (min - 0.5)) / (max - min + 1));
      case UNIFORM, Q_UNIFORM -> x -> clip((x - min) / (max - min));
      case LOG_UNIFORM, Q_LOG_UNIFORM -> x -> x <= 0 ? 0 : clip((Math.log(x) - min) / (max - min));
      case LOG_UNIFORM_VALUES, Q_LOG_UNIFORM_VALUES, INV_LOG_UNIFORM_VALUES ->
          x -> x <= 0 ? 0 : clip(Math.log(x / min) / Math.log(max / min));
      case INV_LOG_UNIFORM -> x -> 1 - clip((Math.log(1 / x) - min) / (max - min));
      case NORMAL, Q_NORMAL -> new NormalDistribution(mu, sigma)::cumulativeProbability;
      case LOG_NORMAL, Q_LOG_NORMAL -> new LogNormalDistribution(mu, sigma)::cumulativeProbability;
      case BETA, Q_BETA -> beta(settings);
    };
  }

  private static DoubleUnaryOperator beta(Map<Setting, BigDecimal> settings) {
    BetaDistribution beta =
        new BetaDistribution(number(settings, Setting.A), number(settings, Setting.B));
    return x -> beta.cumulativeProbability(clip(x));
  }

  private static double clip(double share) {
    return Math.min(Math.max(share, 0), 1);
  }

  private static double number(Map<Setting, BigDecimal> settings, Setting setting) {
    return settings.getOrDefault(setting, BigDecimal.ZERO).doubleValue();
  }

  private static NumericParameter range(DistributionType distribution, String settings) {
    Map<Setting, BigDecimal> values = new EnumMap<>(Setting.class);
    Map<String, Setting> byName = new TreeMap<>();
    Arrays.stream(Setting.values()).forEach(setting -> byName.put(setting.configName(), setting));
    for (String pair : settings.isEmpty() ? List.<String>of() : List.of(settings.split(" ", -1))) {
      String[] halves = pair.split("=", 2);
      values.put(byName.get(halves[0]), new BigDecimal(halves[1]));
    }
    return new NumericParameter("p", distribution, values);
  }
}
