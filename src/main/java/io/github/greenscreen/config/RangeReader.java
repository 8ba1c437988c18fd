package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Flaw;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a numeric parameter with a distribution, and checks that its values are legal. */
final class RangeReader {
  /**
   * Maximum number of values to check. Larger ranges are checked at this many evenly spaced
   * quantiles.
   */
  private static final int LOOKED_AT = 257;

  /** Distributions of the values from min to max themselves. */
  private static final Set<DistributionType> BETWEEN_BOUNDS =
      EnumSet.of(
          DistributionType.INT_UNIFORM,
          DistributionType.UNIFORM,
          DistributionType.LOG_UNIFORM_VALUES);

  private final Field field;
  private final ConfigErrors problems;
  private final TrainerSchema schema;

  RangeReader(Field field, ConfigErrors problems, TrainerSchema schema) {
    this.field = field;
    this.problems = problems;
    this.schema = schema;
  }

  /** Return the parameter; if it is invalid, add the errors and return empty. */
  Optional<Parameter> read(DistributionType distribution, MappingFields fields) {
    Map<Setting, BigDecimal> settings = new EnumMap<>(Setting.class);
    ScalarParser scalars = new ScalarParser(problems);
    for (Setting setting : distribution.settings()) {
      Optional<Field> key = fields.find(setting.configName());
      Optional<BigDecimal> value =
          key.isPresent()
              ? scalars.number(
                  key.get().value(), setting.configName() + " of " + field.name(), "a number")
              : setting.fallback();
      if (value.isEmpty()) {
        return key.isPresent() ? Optional.empty() : missing(distribution, setting);
      }
      settings.put(setting, value.get());
    }
    if (BETWEEN_BOUNDS.contains(distribution) && hasEqualBounds(settings)) {
      return constant(DecimalText.spell(settings.get(Setting.MIN)));
    }
    Optional<Flaw> flaw = distribution.flaw(settings);
    if (flaw.isPresent()) {
      Node place = node(fields, flaw.get().setting());
      return complain(place, "parameter " + field.name() + ": " + flaw.get().sentence());
    }
    NumericParameter range = new NumericParameter(field.name(), distribution, settings);
    if (!isLegal(range, fields)) {
      return Optional.empty();
    }
    new RangeWarnings(range, fields)
        .sentences()
        .forEach(
            sentence ->
                problems.warn(field.key(), "parameter %s: %s".formatted(field.name(), sentence)));
    return Optional.of(range);
  }

  private static boolean hasEqualBounds(Map<Setting, BigDecimal> settings) {
    return settings.get(Setting.MIN).compareTo(settings.get(Setting.MAX)) == 0;
  }

  /** Return the parameter of a range whose bounds are both {@code value}. */
  private Optional<Parameter> constant(String value) {
    Optional<String> problem = schema.problem(field.name(), value);
    if (problem.isPresent()) {
      return complain(field.value(), "parameter %s: %s".formatted(field.name(), problem.get()));
    }
    problems.warn(
        field.key(),
        "parameter %s: min and max are both %s, so it is constant".formatted(field.name(), value));
    return Optional.of(new FixedParameter(field.name(), value));
  }

  private Optional<Parameter> missing(DistributionType distribution, Setting setting) {
    return complain(
        field.key(),
        "parameter %s has no %s; distribution %s needs min and max"
            .formatted(field.name(), setting.configName(), distribution.configName()));
  }

  /** Check both ends first, then values in between. */
  private boolean isLegal(NumericParameter range, MappingFields fields) {
    Stream<String> between =
        range.isFinite() && range.values().size() <= LOOKED_AT
            ? range.values().stream()
            : IntStream.range(0, LOOKED_AT).mapToObj(i -> range.at((i + 0.5) / LOOKED_AT));
    List<String> seen =
        Stream.concat(Stream.of(range.at(0), range.at(1)), between).distinct().toList();
    for (String value : seen) {
      Optional<String> problem = schema.problem(field.name(), value);
      if (problem.isPresent()) {
        Setting end = value.equals(range.at(1)) ? Setting.MAX : Setting.MIN;
        complain(
            node(fields, end),
            "parameter %s can take the value %s (%s): %s%s"
                .formatted(field.name(), value, range, problem.get(), remedy(range, fields)));
        return false;
      }
    }
    return true;
  }

  /** Return the distribution that takes only the legal ones of the values between, if any does. */
  private String remedy(NumericParameter range, MappingFields fields) {
    boolean whole = takes("2") && !takes("2.5");
    Optional<String> rounded =
        range.distribution() == DistributionType.UNIFORM
            ? Optional.of(DistributionType.INT_UNIFORM.configName())
            : DistributionType.find("q_" + range.distribution().configName())
                .map(DistributionType::configName);
    if (whole && rounded.isPresent()) {
      return "; for whole numbers use distribution: " + rounded.get();
    }
    boolean implied =
        range.distribution() == DistributionType.INT_UNIFORM && !fields.has("distribution");
    return implied && !whole ? "; for numbers between the ends use distribution: uniform" : "";
  }

  private boolean takes(String value) {
    return schema.problem(field.name(), value).isEmpty();
  }

  private Node node(MappingFields fields, Setting setting) {
    return fields.find(setting.configName()).map(Field::value).orElse(field.key());
  }

  private Optional<Parameter> complain(Node node, String sentence) {
    problems.add(node, sentence);
    return Optional.empty();
  }
}
