package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds settings of a distribution that are legal but usually mistaken, and says in numbers what
 * they mean: exponents taken for values, steps that leave hardly any values, and the like.
 */
final class RangeWarnings {
  /** Distributions whose ends are exponents of e. */
  private static final Set<DistributionType> EXPONENTS =
      Set.of(
          DistributionType.LOG_UNIFORM,
          DistributionType.Q_LOG_UNIFORM,
          DistributionType.INV_LOG_UNIFORM);

  /** Distributions of a logarithm with mean mu. */
  private static final Set<DistributionType> LOG_NORMALS =
      Set.of(DistributionType.LOG_NORMAL, DistributionType.Q_LOG_NORMAL);

  /** Ratio of the ends from which on a uniform distribution hardly draws small values. */
  private static final double WIDE = 1000;

  /** Share of draws with one value from which on a step is too large. */
  private static final double NEARLY_ALL = 0.95;

  /** Bisections after which a share is exact to more digits than a sentence shows. */
  private static final int HALVINGS = 20;

  private final NumericParameter range;
  private final MappingFields fields;

  /** Examine {@code range}, which was read from {@code fields}. */
  RangeWarnings(NumericParameter range, MappingFields fields) {
    this.range = range;
    this.fields = fields;
  }

  /** Return the warnings; usually none. */
  List<String> sentences() {
    return Stream.of(
            exponents(), logarithm(), step().or(this::outside), wide(), integers(), fractions())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> exponents() {
    if (!EXPONENTS.contains(range.distribution())) {
      return Optional.empty();
    }
    double min = number(Setting.MIN);
    double max = number(Setting.MAX);
    boolean inverse = range.distribution() == DistributionType.INV_LOG_UNIFORM;
    boolean mistaken = inverse ? max <= 1 : min >= 0;
    if (!mistaken) {
      return Optional.empty();
    }
    String values =
        "%s takes exponents of e: min %s and max %s give values from %s to %s"
            .formatted(name(), text(Setting.MIN), text(Setting.MAX), lowest(), highest());
    return Optional.of(
        min > 0
            ? "%s; for values from %s to %s use %s_values"
                .formatted(values, text(Setting.MIN), text(Setting.MAX), name())
            : values);
  }

  private Optional<String> logarithm() {
    if (!LOG_NORMALS.contains(range.distribution()) || !fields.has("mu")) {
      return Optional.empty();
    }
    double mu = number(Setting.MU);
    return mu > 0 && mu < 1
        ? Optional.of(
            "mu of %s is the mean of the logarithm: half of the values are above e^%s, which is %s"
                .formatted(name(), text(Setting.MU), AmountFormat.rounded(Math.exp(mu))))
        : Optional.empty();
  }

  /** Warn of a step that leaves one or two values, or nearly always the same one. */
  private Optional<String> step() {
    if (!hasStep()) {
      return Optional.empty();
    }
    if (range.isFinite() && range.values().size() <= 2) {
      return Optional.of(
          "q %s leaves only %s".formatted(text(Setting.Q), String.join(" and ", range.values())));
    }
    double share = shareOfMedian();
    return share >= NEARLY_ALL
        ? Optional.of(
            "q %s rounds %s %% of the values to %s"
                .formatted(text(Setting.Q), AmountFormat.rounded(100 * share), range.baseline()))
        : Optional.empty();
  }

  /** Warn of rounding beyond min or max. */
  private Optional<String> outside() {
    if (!hasStep() || !range.settings().containsKey(Setting.MIN) || isExponential()) {
      return Optional.empty();
    }
    BigDecimal low = new BigDecimal(range.at(0));
    BigDecimal high = new BigDecimal(range.at(1));
    boolean beyond =
        low.compareTo(range.settings().get(Setting.MIN)) < 0
            || high.compareTo(range.settings().get(Setting.MAX)) > 0;
    return beyond
        ? Optional.of(
            "rounding to multiples of q %s gives values from %s to %s, beyond min %s or max %s"
                .formatted(
                    text(Setting.Q),
                    range.at(0),
                    range.at(1),
                    text(Setting.MIN),
                    text(Setting.MAX)))
        : Optional.empty();
  }

  /** Warn of a uniform distribution over several powers of ten. */
  private Optional<String> wide() {
    if (range.distribution() != DistributionType.UNIFORM) {
      return Optional.empty();
    }
    double min = number(Setting.MIN);
    double max = number(Setting.MAX);
    return min > 0 && max / min >= WIDE
        ? Optional.of(
            "uniform from %s to %s draws %s %% of the values above %s; for equal shares of each power of ten use log_uniform_values"
                .formatted(
                    text(Setting.MIN),
                    text(Setting.MAX),
                    AmountFormat.rounded(100 * (max - max / 10) / (max - min)),
                    AmountFormat.rounded(max / 10)))
        : Optional.empty();
  }

  /** Warn of integers for a parameter that takes fractions, if the distribution is not named. */
  private Optional<String> integers() {
    boolean implied =
        range.distribution() == DistributionType.INT_UNIFORM && !fields.has("distribution");
    String fraction = range.settings().get(Setting.MIN) == null ? "" : text(Setting.MIN) + ".5";
    return implied && HyperparameterRegistry.problem(range.name(), fraction).isEmpty()
        ? Optional.of(
            "min %s and max %s without a decimal point mean whole numbers; for numbers between them use distribution: uniform"
                .formatted(text(Setting.MIN), text(Setting.MAX)))
        : Optional.empty();
  }

  /** Warn of whole numbers that are spelled as fractions. */
  private Optional<String> fractions() {
    boolean spelled =
        Stream.of("min", "max")
            .flatMap(key -> fields.find(key).stream())
            .anyMatch(end -> ScalarParser.text(end.value()).matches(".*[.eE].*"));
    return range.distribution() == DistributionType.INT_UNIFORM && spelled
        ? Optional.of(
            "int_uniform takes min %s and max %s as %s and %s: whole numbers only"
                .formatted(
                    ScalarParser.text(fields.find("min").orElseThrow().value()),
                    ScalarParser.text(fields.find("max").orElseThrow().value()),
                    text(Setting.MIN),
                    text(Setting.MAX)))
        : Optional.empty();
  }

  /** Return the share of draws whose value is the median. */
  private double shareOfMedian() {
    return edgeOfMedian(1) - edgeOfMedian(0);
  }

  /**
   * Return where, between ½ and {@code end} of the unit interval, the value stops being the median.
   */
  private double edgeOfMedian(double end) {
    String median = range.baseline();
    double same = 0.5;
    double other = end;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (same + other) / 2;
      if (range.at(middle).equals(median)) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return same;
  }

  private boolean hasStep() {
    return range.settings().containsKey(Setting.Q);
  }

  private boolean isExponential() {
    return EXPONENTS.contains(range.distribution());
  }

  private String lowest() {
    return AmountFormat.rounded(Double.parseDouble(range.at(0)));
  }

  private String highest() {
    return AmountFormat.rounded(Double.parseDouble(range.at(1)));
  }

  private String name() {
    return range.distribution().configName();
  }

  private double number(Setting setting) {
    return range.settings().get(setting).doubleValue();
  }

  private String text(Setting setting) {
    return DecimalText.spell(range.settings().get(setting));
  }
}
