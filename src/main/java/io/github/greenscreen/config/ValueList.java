package io.github.greenscreen.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The values of one parameter as spelled in the file. Two spellings of the same value, such as
 * {@code 0.01} and {@code 1e-2} or {@code None} and {@code none}, are duplicates: the same training
 * would run twice.
 */
final class ValueList {
  private final String parameter;
  private final ConfigErrors problems;
  private final Vocabulary vocabulary;
  private final Map<Object, ScalarNode> values = new LinkedHashMap<>();
  private boolean spoilt;

  ValueList(String parameter, ConfigErrors problems, Vocabulary vocabulary) {
    this.parameter = parameter;
    this.problems = problems;
    this.vocabulary = vocabulary;
  }

  void add(ScalarNode value) {
    ScalarNode first = values.putIfAbsent(vocabulary.meaning(value.getValue()), value);
    if (first != null) {
      spoil(
          value,
          "value \"%s\" of %s repeats \"%s\" of line %s; list each value once"
              .formatted(value.getValue(), parameter, first.getValue(), ConfigErrors.line(first)));
    }
  }

  /** Mark the list as invalid for a reason that has been reported already. */
  void spoil() {
    spoilt = true;
  }

  /** Mark the list as invalid because of {@code node}, and report {@code sentence}. */
  void spoil(Node node, String sentence) {
    problems.add(node, sentence);
    spoil();
  }

  /** Return whether all values are valid. */
  boolean isComplete() {
    return !spoilt;
  }

  /** Return the values as spelled, in the order of the file. */
  List<String> texts() {
    return values.values().stream().map(ScalarNode::getValue).toList();
  }
}
