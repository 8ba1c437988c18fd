package io.github.greenscreen.config;

import io.github.greenscreen.config.MappingFields.Field;
import io.github.greenscreen.format.DecimalText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses single values: words and numbers. */
final class ScalarParser {
  private final ConfigErrors problems;

  ScalarParser(ConfigErrors problems) {
    this.problems = problems;
  }

  /** Return the text of {@code node}; an empty string if it is not a scalar. */
  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Return the number of {@code field}; if it is invalid, add the error and return empty. */
  Optional<BigDecimal> number(Field field) {
    return number(field.value(), field.name(), "a number");
  }

  /**
   * Return the number of {@code field} if it is above 0; otherwise add the error and return empty.
   */
  Optional<BigDecimal> positive(Field field) {
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
  Optional<BigDecimal> number(Node node, String name, String expected) {
    if (DecimalText.isNumber(text(node))) {
      return Optional.of(new BigDecimal(text(node)));
    }
    complain(node, name, expected);
    return Optional.empty();
  }

  /** Return the integer of {@code field}, at least 1. */
  Optional<Integer> count(Field field) {
    String text = text(field.value());
    if (text.matches("[1-9]\\d{0,8}")) {
      return Optional.of(Integer.valueOf(text));
    }
    complain(field.value(), field.name(), "a whole number above 0");
    return Optional.empty();
  }

  /** Return the integer of {@code field}, from 0 to {@code most}. */
  Optional<Integer> upTo(Field field, int most) {
    String text = text(field.value());
    if (text.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(text) <= most) {
      return Optional.of(Integer.valueOf(text));
    }
    complain(field.value(), field.name(), "a whole number from 0 to " + most);
    return Optional.empty();
  }

  /** Return the integer of {@code field}, which may be negative. */
  OptionalLong whole(Field field) {
    String text = text(field.value());
    if (text.matches("0|-?[1-9]\\d{0,17}")) {
      return OptionalLong.of(Long.parseLong(text));
    }
    complain(field.value(), field.name(), "a whole number");
    return OptionalLong.empty();
  }

  private void complain(Node node, String name, String expected) {
    String found = node instanceof ScalarNode ? "\"" + text(node) + "\"" : MappingFields.kind(node);
    problems.add(node, "illegal %s %s; expected %s".formatted(name, found, expected));
  }
}
