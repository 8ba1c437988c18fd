package io.github.greenscreen.space;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The distributions of Weights &amp; Biases sweeps, with the same meaning: {@code log_uniform} and
 * its variants take exponents of e, {@code …_values} take the values themselves, and {@code q_…}
 * round to the nearest multiple of {@code q} (ties to even).
 */
public enum DistributionType {
  /** Integers from min to max, inclusive, all equally likely. */
  INT_UNIFORM(
      settings ->
          new UniformDistribution(settings.of(Setting.MIN) - 0.5, settings.of(Setting.MAX) + 0.5),
      Setting.MIN,
      Setting.MAX),
  /** Numbers between min and max. */
  UNIFORM(DistributionType::uniform, Setting.MIN, Setting.MAX),
  /** Numbers between min and max, rounded. */
  Q_UNIFORM(DistributionType::uniform, Setting.MIN, Setting.MAX, Setting.Q),
  /** Numbers from e^min to e^max whose logarithm is uniform. */
  LOG_UNIFORM(
      settings -> LogDistribution.of(DistributionType.uniform(settings)), Setting.MIN, Setting.MAX),
  /** Numbers from min to max whose logarithm is uniform. */
  LOG_UNIFORM_VALUES(DistributionType::between, Setting.MIN, Setting.MAX),
  /** As {@link #LOG_UNIFORM}, rounded. */
  Q_LOG_UNIFORM(
      settings -> LogDistribution.of(DistributionType.uniform(settings)),
      Setting.MIN,
      Setting.MAX,
      Setting.Q),
  /** As {@link #LOG_UNIFORM_VALUES}, rounded. */
  Q_LOG_UNIFORM_VALUES(DistributionType::between, Setting.MIN, Setting.MAX, Setting.Q),
  /** Numbers X for which log(1/X) is uniform from min to max: from e^−max to e^−min. */
  INV_LOG_UNIFORM(
      settings ->
          LogDistribution.of(
              new UniformDistribution(-settings.of(Setting.MAX), -settings.of(Setting.MIN))),
      Setting.MIN,
      Setting.MAX),
  /** Numbers X from min to max for which log(1/X) is uniform. */
  INV_LOG_UNIFORM_VALUES(DistributionType::between, Setting.MIN, Setting.MAX),
  /** The normal distribution. */
  NORMAL(DistributionType::normal, Setting.MU, Setting.SIGMA),
  /** As {@link #NORMAL}, rounded. */
  Q_NORMAL(DistributionType::normal, Setting.MU, Setting.SIGMA, Setting.Q),
  /** Numbers whose logarithm has mean mu and standard deviation sigma. */
  LOG_NORMAL(
      settings -> LogDistribution.of(DistributionType.normal(settings)), Setting.MU, Setting.SIGMA),
  /** As {@link #LOG_NORMAL}, rounded. */
  Q_LOG_NORMAL(
      settings -> LogDistribution.of(DistributionType.normal(settings)),
      Setting.MU,
      Setting.SIGMA,
      Setting.Q),
  /** The beta distribution between 0 and 1. */
  BETA(DistributionType::beta, Setting.A, Setting.B),
  /** As {@link #BETA}, rounded. */
  Q_BETA(DistributionType::beta, Setting.A, Setting.B, Setting.Q);

  /** The settings of distributions. */
  public enum Setting {
    /** The lower bound, or its logarithm. */
    MIN(null),
    /** The upper bound, or its logarithm. */
    MAX(null),
    /** Mean of a normal distribution. */
    MU("0"),
    /** Standard deviation of a normal distribution, above 0. */
    SIGMA("1"),
    /** First shape of a beta distribution, above 0. */
    A("1"),
    /** Second shape of a beta distribution, above 0. */
    B("1"),
    /** Step of the values, above 0. */
    Q("1");

    private final String fallback;

    Setting(String fallback) {
      this.fallback = fallback;
    }

    /** Return the key in {@code config.yaml}. */
    public String configName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Return the default, or empty if the setting is required. */
    public Optional<BigDecimal> fallback() {
      return Optional.ofNullable(fallback).map(BigDecimal::new);
    }
  }

  /**
   * The reason why settings do not define a distribution.
   *
   * @param setting the invalid setting
   * @param sentence found and expected value
   */
  public record Flaw(Setting setting, String sentence) {}

  /** Creates a distribution from its settings. */
  @Immutable
  private interface LawMaker {
    ContinuousDistribution make(Settings settings);
  }

  /** The numeric settings of one distribution. */
  record Settings(Map<Setting, BigDecimal> values) {
    double of(Setting setting) {
      return values.get(setting).doubleValue();
    }
  }

  private final LawMaker law;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable.
  private final List<Setting> settings;

  DistributionType(LawMaker law, Setting... settings) {
    this.law = law;
    this.settings = List.of(settings);
  }

  /** Return the spelling in {@code config.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return its settings in the usual order. */
  public List<Setting> settings() {
    return settings;
  }

  /** Return the distribution spelled {@code text} if it exists. */
  public static Optional<DistributionType> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.configName().equals(text)).findFirst();
  }

  /**
   * Return why {@code values}, one for each of {@link #settings}, do not define a distribution;
   * empty if they do.
   */
  public Optional<Flaw> flaw(Map<Setting, BigDecimal> values) {
    return new DistributionValidator(this, values).first();
  }

  /** Tell whether min and max are bounds of the values themselves and must be above 0. */
  boolean takesPositiveEnds() {
    return name().endsWith("_VALUES");
  }

  /** Tell whether values are integers or rounded to multiples of {@link Setting#Q}. */
  boolean isStepped() {
    return this == INT_UNIFORM || settings.contains(Setting.Q);
  }

  ContinuousDistribution law(Map<Setting, BigDecimal> values) {
    return law.make(new Settings(values));
  }

  private static ContinuousDistribution uniform(Settings settings) {
    return new UniformDistribution(settings.of(Setting.MIN), settings.of(Setting.MAX));
  }

  private static ContinuousDistribution between(Settings settings) {
    return LogDistribution.between(settings.of(Setting.MIN), settings.of(Setting.MAX));
  }

  private static ContinuousDistribution normal(Settings settings) {
    return new NormalDistribution(settings.of(Setting.MU), settings.of(Setting.SIGMA));
  }

  private static ContinuousDistribution beta(Settings settings) {
    return new BetaDistribution(settings.of(Setting.A), settings.of(Setting.B));
  }
}
