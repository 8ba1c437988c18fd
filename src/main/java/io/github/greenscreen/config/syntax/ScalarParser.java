package io.github.greenscreen.config.syntax;

import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.format.DecimalText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses single values: words and numbers. */
public final class ScalarParser {
  /** The value that stands for null. */
  public static final String NONE = "None";

  /** Digits that every long has. */
  private static final int LONG_DIGITS = 18;

  private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(999_999_999);

  private final ConfigErrors problems;

  /** Create a parser that adds what it cannot parse to {@code problems}. */
  public ScalarParser(ConfigErrors problems) {
    this.problems = problems;
  }

  /** Return the text of {@code node}; an empty string if it is not a scalar. */
  public static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /**
   * Return the value in {@code node} as YAML 1.1 means it: {@code None} for null, and decimal
   * digits for integers in other notations ({@code 0x20}, {@code 1_000}); otherwise the text. An
   * empty string if it is not a scalar.
   */
  public static String value(Node node) {
    if (MappingFields.isNothing(node)) {
      return NONE;
    }
    return node instanceof ScalarNode scalar ? YamlInteger.decimal(scalar) : "";
  }

  /** Return the number of {@code field}; if it is invalid, add the error and return empty. */
  public Optional<BigDecimal> number(Field field) {
    return number(field.value(), field.name(), "a number");
  }

  /**
   * Return the number of {@code field} if it is above 0; otherwise add the error and return empty.
   */
  public Optional<BigDecimal> positive(Field field) {
    String expected = "a number above 0";
    Optional<BigDecimal> number = number(field.value(), field.name(), expected);
    if (number.isPresent() && number.get().signum() <= 0) {
      complain(field.value(), field.name(), expected);
      return Optional.empty();
    }
    return number;
  }

  /**
   * Return the number in {@code node}, which error messages call {@code name}; if it is invalid,
   * add the error and return empty.
   */
  public Optional<BigDecimal> number(Node node, String name, String expected) {
    String text = value(node);
    if (DecimalText.isNumber(text)) {
      return Optional.of(new BigDecimal(text));
    }
    complain(node, name, expected);
    return Optional.empty();
  }

  /** Return the integer of {@code field}, at least 1. */
  public Optional<Integer> count(Field field) {
    Optional<BigDecimal> number =
        integer(field.value()).filter(n -> n.signum() > 0 && n.compareTo(MOST_COUNTED) <= 0);
    if (number.isEmpty()) {
      complain(field.value(), field.name(), "a whole number above 0");
    }
    return number.map(BigDecimal::intValueExact);
  }

  /** Return the integer of {@code field}, from 0 to {@code most}. */
  public Optional<Integer> upTo(Field field, int most) {
    Optional<BigDecimal> number =
        integer(field.value())
            .filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(most)) <= 0);
    if (number.isEmpty()) {
      complain(field.value(), field.name(), "a whole number from 0 to " + most);
    }
    return number.map(BigDecimal::intValueExact);
  }

  /** Return the integer of {@code field}, of up to 18 digits, which may be negative. */
  public OptionalLong whole(Field field) {
    Optional<BigDecimal> number =
        integer(field.value()).filter(n -> n.precision() - n.scale() <= LONG_DIGITS);
    if (number.isEmpty()) {
      complain(field.value(), field.name(), "a whole number");
    }
    return number.map(n -> OptionalLong.of(n.longValueExact())).orElse(OptionalLong.empty());
  }

  /** Return the number in {@code node} if it is an integer, also spelled 50.0 or 5e1. */
  private static Optional<BigDecimal> integer(Node node) {
    return Optional.of(value(node))
        .filter(DecimalText::isNumber)
        .map(BigDecimal::new)
        .filter(number -> number.stripTrailingZeros().scale() <= 0);
  }

  private void complain(Node node, String name, String expected) {
    String found = node instanceof ScalarNode ? "\"" + text(node) + "\"" : MappingFields.kind(node);
    problems.add(node, "illegal %s %s; expected %s".formatted(name, found, expected));
  }
}
