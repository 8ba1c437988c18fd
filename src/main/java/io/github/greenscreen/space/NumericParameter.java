package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.DistributionType.Setting;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A parameter whose numbers follow a distribution. If it has steps and bounds, and not too many
 * values, its values can be listed. Immutable.
 */
public final class NumericParameter implements Parameter {
  /** Largest number of values that can be listed. */
  static final long MAX_LISTED = 100_000;

  private final String name;
  private final DistributionType distribution;
  private final Map<Setting, BigDecimal> settings;
  private final ContinuousDistribution law;
  private final BigDecimal step;
  private final long first;
  private final long last;
  private final SteppedValues steps;

  /**
   * Create a parameter with {@code distribution} and {@code settings}; settings with a default are
   * optional.
   *
   * @throws IllegalArgumentException if {@link DistributionType#flaw} finds a flaw
   */
  public NumericParameter(
      String name, DistributionType distribution, Map<Setting, BigDecimal> settings) {
    this.name = Objects.requireNonNull(name);
    this.distribution = Objects.requireNonNull(distribution);
    this.settings = Collections.unmodifiableMap(complete(distribution, settings));
    distribution
        .flaw(this.settings)
        .ifPresent(
            flaw -> {
              throw new IllegalArgumentException("parameter " + name + ": " + flaw.sentence());
            });
    this.law = distribution.law(this.settings);
    this.step = this.settings.getOrDefault(Setting.Q, BigDecimal.ONE);
    boolean stepped = distribution.isStepped();
    this.first = stepped ? lowestStep() : 0;
    this.last = stepped ? highestStep() : 0;
    this.steps = new SteppedValues(step, first, last);
  }

  private static Map<Setting, BigDecimal> complete(
      DistributionType distribution, Map<Setting, BigDecimal> settings) {
    Map<Setting, BigDecimal> result = new EnumMap<>(Setting.class);
    for (Setting setting : distribution.settings()) {
      BigDecimal value = settings.getOrDefault(setting, setting.fallback().orElse(null));
      if (value != null) {
        result.put(setting, value);
      }
    }
    return result;
  }

  @Override
  public String name() {
    return name;
  }

  /** Return the distribution of the numbers. */
  public DistributionType distribution() {
    return distribution;
  }

  /** Return the settings of the distribution, defaults included; unmodifiable. */
  public Map<Setting, BigDecimal> settings() {
    return settings;
  }

  @Override
  public boolean isFinite() {
    return distribution.isStepped()
        && Double.isFinite(law.low())
        && Double.isFinite(law.high())
        && last - first < MAX_LISTED;
  }

  @Override
  public List<String> values() {
    if (!isFinite()) {
      throw new IllegalStateException("parameter " + name + " has no list of values: " + this);
    }
    return steps;
  }

  @Override
  public String baseline() {
    return at(0.5);
  }

  @Override
  public String at(double unit) {
    double value = law.quantile(ContinuousDistribution.inside(unit));
    return distribution.isStepped() ? steps.spell(stepOf(value)) : DecimalText.spell(value);
  }

  @Override
  public OptionalDouble unit(String value) {
    return distribution.isStepped() ? unitOfStep(steps.number(value)) : unitOfNumber(value);
  }

  @Override
  public boolean isEven() {
    return distribution == DistributionType.INT_UNIFORM && isFinite();
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumericParameter that
        && name.equals(that.name)
        && distribution == that.distribution
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, distribution, settings);
  }

  /** Return the distribution and its settings in words, such as {@code uniform, min 0, max 0.1}. */
  @Override
  public String toString() {
    return settings.entrySet().stream()
        .map(
            entry -> ", " + entry.getKey().configName() + " " + DecimalText.spell(entry.getValue()))
        .collect(Collectors.joining("", distribution.configName(), ""));
  }

  private OptionalDouble unitOfStep(long number) {
    if (number == Long.MIN_VALUE) {
      return OptionalDouble.empty();
    }
    double from = number == first ? 0 : law.cumulative((number - 0.5) * step.doubleValue());
    double to = number == last ? 1 : law.cumulative((number + 0.5) * step.doubleValue());
    return OptionalDouble.of((from + to) / 2);
  }

  private OptionalDouble unitOfNumber(String text) {
    double value = DecimalText.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    return value >= law.low() && value <= law.high()
        ? OptionalDouble.of(law.cumulative(value))
        : OptionalDouble.empty();
  }

  private long stepOf(double value) {
    return Math.min(Math.max((long) Math.rint(value / step.doubleValue()), first), last);
  }

  /**
   * Return the lowest step with a positive probability: its upper edge lies above the lower bound.
   */
  private long lowestStep() {
    return Double.isFinite(law.low())
        ? (long) Math.floor(law.low() / step.doubleValue() - 0.5) + 1
        : (long) Math.rint(law.quantile(ContinuousDistribution.EDGE) / step.doubleValue());
  }

  private long highestStep() {
    return Double.isFinite(law.high())
        ? (long) Math.ceil(law.high() / step.doubleValue() + 0.5) - 1
        : (long) Math.rint(law.quantile(1 - ContinuousDistribution.EDGE) / step.doubleValue());
  }
}
