package io.github.greenscreen.config.syntax;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Integers in the notations of YAML 1.1 other than decimal digits: {@code 1_000}, {@code 0x20},
 * {@code 0b101}, the octal {@code 010}, and {@code 1:30} to the base 60.
 */
final class YamlInteger {
  private static final String DECIMAL = "[-+]?(0|[1-9]\\d*)";

  /** Notations that look like decimal numbers or times, but have another base. */
  private static final String MISTAKABLE = "[-+]?0[0-7_]+|.*:.*";

  private YamlInteger() {}

  /** Return {@code node} in decimal digits if it is an integer, otherwise its text. */
  static String decimal(ScalarNode node) {
    boolean other = Tag.INT.equals(node.getTag()) && !node.getValue().matches(DECIMAL);
    return other ? new IntegerConstructor().decimal(node) : node.getValue();
  }

  /** Return a warning if {@code node} is an integer that looks like another one. */
  static Optional<String> warning(ScalarNode node) {
    String text = node.getValue();
    String decimal = decimal(node);
    if (decimal.equals(text) || !text.matches(MISTAKABLE)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is the number %s in YAML 1.1 (%s); write %s, or quote it if it is text"
            .formatted(text, decimal, text.contains(":") ? "base 60" : "octal", decimal));
  }

  /** SnakeYAML's reading of integers. */
  private static final class IntegerConstructor extends SafeConstructor {
    IntegerConstructor() {
      super(new LoaderOptions());
    }

    String decimal(ScalarNode node) {
      try {
        return yamlConstructors.get(Tag.INT).construct(node).toString();
      } catch (NumberFormatException e) {
        return node.getValue();
      }
    }
  }
}
