package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.format.AmountFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The values of one parameter as spelled in the file. Two spellings of the same value, such as
 * {@code 0.01} and {@code 1e-2} or {@code None} and {@code none}, are one value: it is trained
 * once, and drawn as often as it is listed.
 */
final class ValueList {
  private final String parameter;
  private final ConfigErrors problems;
  private final TrainerSchema schema;

  /** The positions of each value in the list, from 0. */
  private final Map<Object, List<Integer>> positions = new LinkedHashMap<>();

  private final List<String> listed = new ArrayList<>();
  private boolean spoilt;

  ValueList(String parameter, ConfigErrors problems, TrainerSchema schema) {
    this.parameter = parameter;
    this.problems = problems;
    this.schema = schema;
  }

  void add(String value) {
    positions.computeIfAbsent(schema.meaning(value), key -> new ArrayList<>()).add(listed.size());
    listed.add(value);
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

  /** Return the number of values listed, repeated ones included. */
  int size() {
    return listed.size();
  }

  /** Return the distinct values, each in its first spelling, in the order of the file. */
  List<String> texts() {
    return positions.values().stream().map(places -> listed.get(places.get(0))).toList();
  }

  /**
   * Return the probability of each distinct value.
   *
   * @param shares probabilities of the values listed; empty if these are equally likely
   * @return empty if the distinct values are equally likely and no shares are given
   */
  List<Double> probabilities(List<Double> shares) {
    boolean even = positions.values().stream().map(List::size).distinct().count() <= 1;
    if (shares.isEmpty() && even) {
      return List.of();
    }
    return positions.values().stream()
        .map(places -> places.stream().mapToDouble(i -> share(i, shares)).sum())
        .toList();
  }

  /** Warn at {@code node} of values that are listed several times. */
  void warnOfRepeats(Node node, List<Double> shares) {
    for (List<Integer> places : positions.values()) {
      if (places.size() > 1) {
        double share = places.stream().mapToDouble(i -> share(i, shares)).sum();
        problems.warn(
            node,
            "%s of %s is listed %s times: it is drawn with probability %s, and method grid takes it once"
                .formatted(
                    listed.get(places.get(0)),
                    parameter,
                    places.size(),
                    AmountFormat.rounded(share)));
      }
    }
  }

  private double share(int position, List<Double> shares) {
    return shares.isEmpty() ? 1.0 / listed.size() : shares.get(position);
  }
}
