package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a parameter with enumerated values: a single value, or a list with optional probabilities.
 */
final class ValuesReader {
  static final String VALUE = "value";
  static final String VALUES = "values";
  static final String PROBABILITIES = "probabilities";

  private final Field field;
  private final ConfigErrors problems;
  private final TrainerSchema schema;

  ValuesReader(Field field, ConfigErrors problems, TrainerSchema schema) {
    this.field = field;
    this.problems = problems;
    this.schema = schema;
  }

  /** Return the error message for parameter {@code name} without values. */
  static String noValues(String name) {
    return "parameter " + name + " has no values; expected {values: [first, second, …]}";
  }

  /**
   * Return the parameter with {@code fields}; if it is invalid, add the errors and return empty.
   */
  Optional<Parameter> read(MappingFields fields) {
    if (fields.has(VALUE)) {
      return constant(fields.find(VALUE).orElseThrow());
    }
    if (!fields.has(VALUES)) {
      return complain(field.key(), noValues(field.name()));
    }
    Field values = fields.find(VALUES).orElseThrow();
    Optional<ValueList> list = values(values);
    Optional<Field> shares = fields.find(PROBABILITIES);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    return shares
        .map(key -> probabilities(key, list.get().size()))
        .orElse(Optional.of(List.of()))
        .map(numbers -> choice(list.get(), numbers, values.key()));
  }

  private Parameter choice(ValueList list, List<Double> shares, Node place) {
    list.warnOfRepeats(place, shares);
    return new CategoricalParameter(field.name(), list.texts(), list.probabilities(shares));
  }

  private Optional<Parameter> constant(Field value) {
    if (!(schema.value(value.value(), problems) instanceof ScalarNode scalar)) {
      return complain(
          value.value(),
          "value of %s is a %s; expected a single value, or values: [first, second, …]"
              .formatted(field.name(), MappingFields.kind(value.value())));
    }
    if (scalar.getValue().isEmpty() && MappingFields.isNothing(scalar) && !takesNone()) {
      return complain(value.key(), noValues(field.name()));
    }
    return legal(scalar).map(text -> new FixedParameter(field.name(), text));
  }

  private Optional<ValueList> values(Field values) {
    if (MappingFields.isNothing(values.value())) {
      return complain(values.key(), noValues(field.name()));
    }
    if (!(values.value() instanceof SequenceNode sequence)) {
      return complain(
          values.value(),
          "values of %s is a %s; expected a list: [first, second, …]"
              .formatted(field.name(), MappingFields.kind(values.value())));
    }
    if (sequence.getValue().isEmpty()) {
      return complain(values.key(), noValues(field.name()));
    }
    ValueList list = new ValueList(field.name(), problems, schema);
    sequence.getValue().forEach(item -> addTo(list, item));
    return list.isComplete() ? Optional.of(list) : Optional.empty();
  }

  private void addTo(ValueList list, Node item) {
    if (!(schema.value(item, problems) instanceof ScalarNode scalar)) {
      list.spoil(
          item,
          "a value of %s is a %s; expected single values: [first, second, …]"
              .formatted(field.name(), MappingFields.kind(item)));
    } else {
      legal(scalar).ifPresentOrElse(list::add, list::spoil);
    }
  }

  private Optional<List<Double>> probabilities(Field shares, int count) {
    if (!(shares.value() instanceof SequenceNode list) || list.getValue().size() != count) {
      return complain(
          shares.key(),
          "probabilities of %s must be a list of %s numbers, one for each value"
              .formatted(field.name(), count));
    }
    List<Double> result = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Node item : list.getValue()) {
      Optional<BigDecimal> share =
          new ScalarParser(problems)
              .number(item, "probability of " + field.name(), "a number from 0 to 1")
              .filter(number -> isShare(number, item));
      if (share.isEmpty()) {
        return Optional.empty();
      }
      result.add(share.get().doubleValue());
      sum = sum.add(share.get());
    }
    return Math.abs(sum.doubleValue() - 1) <= CategoricalParameter.ROUNDING
        ? Optional.of(result)
        : complain(
            shares.key(),
            "probabilities of %s sum to %s; expected 1"
                .formatted(field.name(), DecimalText.spell(sum)));
  }

  private boolean isShare(BigDecimal number, Node node) {
    boolean share = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    if (!share) {
      problems.add(
          node,
          "illegal probability of %s \"%s\"; expected a number from 0 to 1"
              .formatted(field.name(), ScalarParser.text(node)));
    }
    return share;
  }

  /**
   * Return the value in {@code node}: as spelled, or without a needless fraction or exponent if
   * only whole numbers are legal (64.0 is 64). If it is illegal, add the error and return empty.
   */
  private Optional<String> legal(ScalarNode node) {
    String text = ScalarParser.value(node);
    Optional<String> found =
        Stream.of(text, wholeNumber(text))
            .filter(each -> schema.problem(field.name(), each).isEmpty())
            .findFirst();
    if (found.isEmpty()) {
      schema
          .problem(field.name(), node.getValue())
          .ifPresent(sentence -> problems.add(node, sentence));
    }
    return found;
  }

  private boolean takesNone() {
    return schema.problem(field.name(), ScalarParser.NONE).isEmpty();
  }

  /** Return {@code text} in plain digits if it is an integer; otherwise unchanged. */
  private static String wholeNumber(String text) {
    if (!DecimalText.isNumber(text)) {
      return text;
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() <= 0 ? number.toPlainString() : text;
  }

  private <T> Optional<T> complain(Node node, String sentence) {
    problems.add(node, sentence);
    return Optional.empty();
  }
}
