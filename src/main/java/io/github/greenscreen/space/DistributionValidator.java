package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.DistributionType.Flaw;
import io.github.greenscreen.space.DistributionType.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds settings that define no distribution. */
final class DistributionValidator {
  /** Largest number up to which every integer is a double. */
  private static final double MAX_STEPS = 0x1p53;

  private final DistributionType distribution;
  private final Map<Setting, BigDecimal> values;

  DistributionValidator(DistributionType distribution, Map<Setting, BigDecimal> values) {
    this.distribution = distribution;
    this.values = values;
  }

  Optional<Flaw> first() {
    return Stream.<Supplier<Optional<Flaw>>>of(
            this::missing, this::sign, this::ends, this::wholeness, this::size)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Flaw> missing() {
    return distribution.settings().stream()
        .filter(setting -> !values.containsKey(setting))
        .findFirst()
        .map(
            setting ->
                new Flaw(
                    setting,
                    "%s has no %s".formatted(distribution.configName(), setting.configName())));
  }

  private Optional<Flaw> sign() {
    List<Setting> positive =
        distribution.takesPositiveEnds()
            ? List.of(Setting.MIN, Setting.Q)
            : List.of(Setting.SIGMA, Setting.A, Setting.B, Setting.Q);
    return positive.stream()
        .filter(values::containsKey)
        .filter(setting -> values.get(setting).doubleValue() <= 0)
        .findFirst()
        .map(setting -> flaw(setting, "a number above 0" + constant(setting)));
  }

  /** Return what to write in place of a normal distribution that does not vary. */
  private String constant(Setting setting) {
    if (setting != Setting.SIGMA || values.get(setting).signum() != 0) {
      return "";
    }
    double mu = values.get(Setting.MU).doubleValue();
    boolean logarithm = distribution.configName().contains("log");
    return "; for a constant write value: " + DecimalText.spell(logarithm ? Math.exp(mu) : mu);
  }

  private Optional<Flaw> ends() {
    if (!values.containsKey(Setting.MIN)) {
      return Optional.empty();
    }
    BigDecimal max = values.get(Setting.MAX);
    return values.get(Setting.MIN).doubleValue() < max.doubleValue()
        ? Optional.empty()
        : Optional.of(flaw(Setting.MIN, "a number below max, which is " + DecimalText.spell(max)));
  }

  private Optional<Flaw> wholeness() {
    return Stream.of(Setting.MIN, Setting.MAX)
        .filter(setting -> distribution == DistributionType.INT_UNIFORM)
        .filter(setting -> values.get(setting).stripTrailingZeros().scale() > 0)
        .findFirst()
        .map(setting -> flaw(setting, "a whole number, or distribution: uniform"));
  }

  /** Reject settings beyond double arithmetic: infinite values, or too many steps. */
  private Optional<Flaw> size() {
    ContinuousDistribution law = distribution.law(values);
    double far =
        Math.max(
            Math.abs(law.quantile(ContinuousDistribution.EDGE)),
            Math.abs(law.quantile(1 - ContinuousDistribution.EDGE)));
    Setting largest =
        values.containsKey(Setting.MAX) ? Setting.MAX : distribution.settings().get(1);
    if (!(far < Double.POSITIVE_INFINITY)) {
      return Optional.of(
          flaw(largest, "a smaller number: values would be infinite" + exponents(largest)));
    }
    if (distribution.isStepped() && far / step().doubleValue() >= MAX_STEPS) {
      Setting step = values.containsKey(Setting.Q) ? Setting.Q : largest;
      return Optional.of(flaw(step, "a number for which values are at most 2^53 steps from 0"));
    }
    return Optional.empty();
  }

  /** Return what to use if an exponent was taken for a value. */
  private String exponents(Setting largest) {
    return DistributionType.find(distribution.configName() + "_values")
        .filter(other -> largest == Setting.MAX)
        .map(
            other ->
                " because min and max are exponents of e; for values up to %s use %s"
                    .formatted(DecimalText.spell(values.get(largest)), other.configName()))
        .orElse("");
  }

  private BigDecimal step() {
    return values.getOrDefault(Setting.Q, BigDecimal.ONE);
  }

  private Flaw flaw(Setting setting, String expected) {
    return new Flaw(
        setting,
        "%s %s of %s; expected %s"
            .formatted(
                setting.configName(),
                DecimalText.spell(values.get(setting)),
                distribution.configName(),
                expected));
  }
}
