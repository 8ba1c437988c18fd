package io.github.greenscreen.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The values of one parameter as they are spelled. Two spellings of one value, {@code 0.01} and
 * {@code 1e-2} or {@code None} and {@code none}, count as a repetition: the same training would be
 * paid for twice.
 */
final class ValueList {
  private final String parameter;
  private final ConfigErrors problems;
  private final Map<Object, ScalarNode> values = new LinkedHashMap<>();
  private boolean spoilt;

  ValueList(String parameter, ConfigErrors problems) {
    this.parameter = parameter;
    this.problems = problems;
  }

  void add(ScalarNode value) {
    ScalarNode first = values.putIfAbsent(meaning(value.getValue()), value);
    if (first != null) {
      spoil(
          value,
          "value \"%s\" of %s repeats \"%s\" of line %s; list each value once"
              .formatted(value.getValue(), parameter, first.getValue(), ConfigErrors.line(first)));
    }
  }

  /** Note that the list cannot be used, for a reason that is known already. */
  void spoil() {
    spoilt = true;
  }

  /** Note that the list cannot be used because of {@code node}. */
  void spoil(Node node, String sentence) {
    problems.add(node, sentence);
    spoil();
  }

  /** Tell whether every value could be used. */
  boolean isComplete() {
    return !spoilt;
  }

  /** Return the spellings in the order of the file. */
  List<String> texts() {
    return values.values().stream().map(ScalarNode::getValue).toList();
  }

  private static Object meaning(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    } catch (NumberFormatException e) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
